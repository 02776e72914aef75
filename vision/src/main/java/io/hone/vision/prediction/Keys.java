package io.hone.vision.prediction;

import io.hone.contracts.image.ImageId;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * Where what lies in the store.
 *
 * <pre>
 * 'p' version image → confidence, a big-endian 32-bit float; then the guesses, big-endian 32-bit numbers
 * </pre>
 */
final class Keys {

    /** Grows whenever keys or values change: a store of another layout is emptied. */
    static final int LAYOUT = 1;

    static final byte[] ANSWERS = {'p'};

    private static final int DIGEST_BYTES = 32;

    private Keys() {}

    /** What the keys of all answers of a version begin with. */
    static byte[] version(String digest) {
        return ByteBuffer.allocate(1 + DIGEST_BYTES)
                .put(ANSWERS)
                .put(HexFormat.of().parseHex(digest))
                .array();
    }

    static byte[] answer(byte[] version, ImageId image) {
        return ByteBuffer.allocate(version.length + DIGEST_BYTES)
                .put(version)
                .put(HexFormat.of().parseHex(image.value()))
                .array();
    }

    static String versionOf(byte[] key) {
        return HexFormat.of().formatHex(key, 1, 1 + DIGEST_BYTES);
    }

    static ImageId imageOf(byte[] key) {
        return new ImageId(HexFormat.of().formatHex(key, 1 + DIGEST_BYTES, 1 + 2 * DIGEST_BYTES));
    }

    /** The least key after all that begin with {@code prefix}; those of answers always have one. */
    static byte[] after(byte[] prefix) {
        byte[] after = prefix.clone();
        int last = after.length - 1;
        while (after[last] == (byte) 0xff) {
            last--;
        }
        after[last]++;
        return Arrays.copyOf(after, last + 1);
    }

    static byte[] value(Answer answer) {
        ByteBuffer value = ByteBuffer.allocate(Float.BYTES + answer.guesses().length * Integer.BYTES)
                .putFloat(answer.confidence());
        for (int guess : answer.guesses()) {
            value.putInt(guess);
        }
        return value.array();
    }

    static Answer answer(byte[] value) {
        ByteBuffer buffer = ByteBuffer.wrap(value);
        float confidence = buffer.getFloat();
        int[] guesses = new int[buffer.remaining() / Integer.BYTES];
        buffer.asIntBuffer().get(guesses);
        return new Answer(confidence, guesses);
    }
}
