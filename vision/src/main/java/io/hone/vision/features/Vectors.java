package io.hone.vision.features;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Features as they lie in the store. */
final class Vectors {

    private Vectors() {}

    static byte[] bytes(float[] features, int from, int width) {
        ByteBuffer buffer = ByteBuffer.allocate(width * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        buffer.asFloatBuffer().put(features, from, width);
        return buffer.array();
    }

    static float[] floats(byte[] bytes) {
        float[] features = new float[bytes.length / Float.BYTES];
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(features);
        return features;
    }
}
