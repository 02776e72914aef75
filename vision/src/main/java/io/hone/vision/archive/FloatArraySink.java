package io.hone.vision.archive;

final class FloatArraySink extends FloatSink {

    private final float[] values;
    private int count;

    FloatArraySink(TensorType type, int length) {
        super(type);
        this.values = new float[length];
    }

    @Override
    void accept(double value) {
        values[count++] = (float) value;
    }

    float[] values() {
        return values;
    }
}
