package io.hone.vision.archive;

import java.nio.ByteBuffer;

/** Floating-point numbers of every width as bytes. Conversions round to the nearest, ties to even, as PyTorch's do. */
final class FloatCoding {

    private static final int HALF_SIGN = 0x8000;
    private static final int HALF_INFINITY = 0x7c00;
    private static final int HALF_NAN = 0x7e00;
    private static final int HALF_FRACTION = 0x3ff;
    private static final int HALF_FRACTION_BITS = 10;
    private static final int BFLOAT16_NAN = 0x7fc0;
    private static final float SMALLEST_NORMAL_HALF = 0x1p-14f;
    private static final float HALF_STEP = 0x1p-24f;
    /** From here on, the nearest half is infinity. */
    private static final float BEYOND_HALF = 65520;
    /** Of float's fraction beyond half's. */
    private static final int EXTRA_BITS = 13;
    /** Between the two exponents' zeros. */
    private static final int EXPONENT_SHIFT = 112 << 23;

    private FloatCoding() {}

    static double read(TensorType type, ByteBuffer from) {
        return switch (type) {
            case FLOAT64 -> from.getDouble();
            case FLOAT32 -> from.getFloat();
            case FLOAT16 -> ofHalf(from.getShort());
            case BFLOAT16 -> Float.intBitsToFloat(from.getShort() << Short.SIZE);
            default -> throw notFloating(type);
        };
    }

    static void write(TensorType type, double value, ByteBuffer to) {
        switch (type) {
            case FLOAT64 -> to.putDouble(value);
            case FLOAT32 -> to.putFloat((float) value);
            case FLOAT16 -> to.putShort(half((float) value));
            case BFLOAT16 -> to.putShort(bfloat16((float) value));
            default -> throw notFloating(type);
        }
    }

    private static IllegalArgumentException notFloating(TensorType type) {
        return new IllegalArgumentException("elements of type %s are no floating-point numbers".formatted(type));
    }

    private static float ofHalf(short bits) {
        int exponent = (bits & HALF_INFINITY) >> HALF_FRACTION_BITS;
        int fraction = bits & HALF_FRACTION;
        float magnitude =
                switch (exponent) {
                    case 0 -> fraction * HALF_STEP;
                    case 31 -> fraction == 0 ? Float.POSITIVE_INFINITY : Float.NaN;
                    default -> Float.intBitsToFloat(((bits & 0x7fff) << EXTRA_BITS) + EXPONENT_SHIFT);
                };
        return (bits & HALF_SIGN) == 0 ? magnitude : -magnitude;
    }

    private static short half(float value) {
        int sign = Float.floatToRawIntBits(value) >>> Short.SIZE & HALF_SIGN;
        return (short) (sign | halfMagnitude(Math.abs(value)));
    }

    private static int halfMagnitude(float value) {
        if (Float.isNaN(value)) {
            return HALF_NAN;
        }
        if (value >= BEYOND_HALF) {
            return HALF_INFINITY;
        }
        if (value < SMALLEST_NORMAL_HALF) {
            return (int) Math.rint(value / HALF_STEP);
        }
        return shortened(Float.floatToRawIntBits(value) - EXPONENT_SHIFT, EXTRA_BITS);
    }

    private static short bfloat16(float value) {
        int sign = Float.floatToRawIntBits(value) >>> Short.SIZE & HALF_SIGN;
        int magnitude =
                Float.isNaN(value) ? BFLOAT16_NAN : shortened(Float.floatToRawIntBits(Math.abs(value)), Short.SIZE);
        return (short) (sign | magnitude);
    }

    /** Without the last bits, rounded to the nearest, ties to even; a carry runs into the exponent, as it must. */
    private static int shortened(int bits, int dropped) {
        int even = bits >>> dropped & 1;
        return (bits + (1 << (dropped - 1)) - 1 + even) >>> dropped;
    }
}
