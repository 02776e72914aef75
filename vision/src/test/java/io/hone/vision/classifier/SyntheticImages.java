package io.hone.vision.classifier;

/**
 * A linear congruential generator (Knuth's MMIX constants): 7 bits of noise on a pattern that tells the class. The same
 * as {@code Images} in {@code src/test/python/parity.py}.
 */
final class SyntheticImages {

    static final int CLASSES = 5;
    static final int SIZE = 16;

    private static final int BATCH = 16;
    private static final long MULTIPLIER = 6364136223846793005L;
    private static final long INCREMENT = 1442695040888963407L;

    private long state;

    SyntheticImages(long seed) {
        state = seed;
    }

    record Labelled(PixelBatch batch, int[] labels) {}

    Labelled batch() {
        int[] labels = new int[BATCH];
        for (int i = 0; i < BATCH; i++) {
            labels[i] = bits(16) % CLASSES;
        }
        byte[] rgb = new byte[BATCH * SIZE * SIZE * 3];
        for (int i = 0; i < rgb.length; i++) {
            int colour = i % 3;
            int row = i / (3 * SIZE) % SIZE;
            int label = labels[i / (3 * SIZE * SIZE)];
            rgb[i] = (byte) (bits(7) + (label * 53 + colour * 29 + row / 4 * 17) % 128);
        }
        return new Labelled(new PixelBatch(BATCH, SIZE, SIZE, rgb), labels);
    }

    private int bits(int count) {
        state = state * MULTIPLIER + INCREMENT;
        return (int) (state >>> (64 - count));
    }
}
