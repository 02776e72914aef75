package io.hone.vision.store;

import java.nio.ByteBuffer;

/**
 * What the store holds, and how far it has followed the topic.
 *
 * @param layout of keys and values
 * @param width of each image, in pixels
 * @param height of each image, in pixels
 * @param nextOffset of the record to be read next
 */
record State(int layout, int width, int height, long nextOffset) {

    /**
     * Grows whenever {@link Keys} or values change, also when images are decoded or resized to other pixels: a store of
     * another layout is read from the topic anew.
     */
    static final int LAYOUT = 3;

    static State empty(int width, int height) {
        return new State(LAYOUT, width, height, 0);
    }

    State after(long offset) {
        return new State(layout, width, height, offset + 1);
    }

    boolean sameKindAs(State other) {
        return layout == other.layout && width == other.width && height == other.height;
    }

    byte[] encoded() {
        return ByteBuffer.allocate(3 * Integer.BYTES + Long.BYTES)
                .putInt(layout)
                .putInt(width)
                .putInt(height)
                .putLong(nextOffset)
                .array();
    }

    static State decoded(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        int layout = buffer.getInt();
        // Of another layout, only the number is known.
        return layout == LAYOUT
                ? new State(layout, buffer.getInt(), buffer.getInt(), buffer.getLong())
                : new State(layout, 0, 0, 0);
    }
}
