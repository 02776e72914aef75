package io.hone.vision.archive;

import java.util.Arrays;
import java.util.Optional;

/** What the elements of a tensor are. */
public enum TensorType {
    FLOAT64("DoubleStorage", 8),
    FLOAT32("FloatStorage", 4),
    FLOAT16("HalfStorage", 2),
    BFLOAT16("BFloat16Storage", 2),
    INT64("LongStorage", 8),
    INT32("IntStorage", 4),
    INT16("ShortStorage", 2),
    INT8("CharStorage", 1),
    UINT8("ByteStorage", 1),
    BOOL("BoolStorage", 1);

    private final String storage;
    private final int bytes;

    TensorType(String storage, int bytes) {
        this.storage = storage;
        this.bytes = bytes;
    }

    /** Bytes of one element. */
    public int bytes() {
        return bytes;
    }

    public boolean isFloatingPoint() {
        return compareTo(BFLOAT16) <= 0;
    }

    static Optional<TensorType> ofStorage(String storage) {
        return Arrays.stream(values())
                .filter(type -> type.storage.equals(storage))
                .findFirst();
    }
}
