package io.hone.vision.archive;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Elements that do not lie in row order are put in order in memory, which bounds how many there may be. */
final class StridedBytes {

    private static final long MAX_BYTES = 1L << 30;

    private StridedBytes() {}

    static byte[] inMemory(Content content) {
        if (content.bytes() > MAX_BYTES) {
            throw new IllegalArgumentException(
                    "a tensor of %d bytes does not lie in row order, such ones may have at most %d; call .contiguous() on it before saving"
                            .formatted(content.bytes(), MAX_BYTES));
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream((int) content.bytes());
        try {
            content.writeTo(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read a tensor's elements", e);
        }
        return bytes.toByteArray();
    }

    /** Puts elements that come in row order where the layout has them. */
    static void scatter(byte[] elements, StoredTensor target, byte[] storage) {
        int size = target.type().bytes();
        long start = target.layout().offset();
        int[] next = {0};
        target.layout().forEachPosition(position -> {
            System.arraycopy(elements, next[0], storage, Math.toIntExact((start + position) * size), size);
            next[0] += size;
        });
    }
}
