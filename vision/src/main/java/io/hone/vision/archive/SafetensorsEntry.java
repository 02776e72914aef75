package io.hone.vision.archive;

import java.util.List;

/**
 * What a header says of a tensor.
 *
 * @param begin first byte, counted from the first of all elements
 * @param end behind the last byte
 */
record SafetensorsEntry(String name, TensorType type, List<Long> shape, long begin, long end) {

    SafetensorsEntry {
        shape = List.copyOf(shape);
        if (begin < 0 || end < begin || end - begin != bytes(name, type, shape)) {
            throw new NotWeightsException("tensor '%s' lies from byte %d to %d, %s of shape %s takes %d bytes"
                    .formatted(name, begin, end, type, shape, bytes(name, type, shape)));
        }
    }

    private static long bytes(String name, TensorType type, List<Long> shape) {
        try {
            long bytes = type.bytes();
            for (long size : shape) {
                if (size < 0) {
                    throw new NotWeightsException("tensor '%s' has shape %s".formatted(name, shape));
                }
                bytes = Math.multiplyExact(bytes, size);
            }
            return bytes;
        } catch (ArithmeticException e) {
            throw new NotWeightsException("tensor '%s' has the impossible shape %s".formatted(name, shape), e);
        }
    }
}
