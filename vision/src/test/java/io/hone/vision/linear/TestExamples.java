package io.hone.vision.linear;

import java.util.Random;
import java.util.stream.IntStream;

/** Examples drawn from what a test wants to be true of them. */
final class TestExamples {

    private TestExamples() {}

    /** A ball of points around a centre of its own for each class; the centres are the same for all seeds. */
    static Examples balls(int count, int width, int classes, double noise, long seed) {
        Random centres = new Random(99);
        float[] centre = new float[classes * width];
        for (int i = 0; i < centre.length; i++) {
            centre[i] = (float) centres.nextGaussian();
        }
        Random random = new Random(seed);
        float[] features = new float[count * width];
        int[] labels = new int[count];
        for (int i = 0; i < count; i++) {
            labels[i] = i % classes;
            for (int j = 0; j < width; j++) {
                // On scales of their own, which standardisation is to undo.
                features[i * width + j] =
                        (float) ((1 + j) * (centre[labels[i] * width + j] + noise * random.nextGaussian()) + j);
            }
        }
        return new Examples(features, width, labels, classes);
    }

    /**
     * Two classes that differ a little in the first feature. The others are noise; {@code tied} adds the second's noise,
     * much louder than the difference, to the first.
     */
    static Examples faint(int count, int width, double difference, boolean tied, long seed) {
        Random random = new Random(seed);
        float[] features = new float[count * width];
        int[] labels = new int[count];
        for (int i = 0; i < count; i++) {
            labels[i] = i % 2;
            for (int j = 0; j < width; j++) {
                features[i * width + j] = (float) random.nextGaussian();
            }
            int first = i * width;
            features[first] += (float) (difference * (labels[i] - 0.5) + (tied ? 5 * features[first + 1] : 0));
        }
        return new Examples(features, width, labels, 2);
    }

    /** Those of the classes below {@code classes}; the others remain known as classes. */
    static Examples onlyClassesBelow(int classes, Examples examples) {
        int[] rows = IntStream.range(0, examples.count())
                .filter(row -> examples.labels()[row] < classes)
                .toArray();
        return examples.subset(rows);
    }
}
