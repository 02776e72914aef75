package io.hone.vision.linear;

import io.hone.contracts.Checks;

/**
 * A head: {@code margins = weights · features + biases}.
 *
 * @param classes at least 2
 * @param width features of an image, at least 1
 * @param weights one class after the other: classes × width, all finite
 * @param biases one for each class, all finite
 */
public record LinearClassifier(int classes, int width, float[] weights, float[] biases) {

    public LinearClassifier {
        Checks.atLeast("classes", classes, Examples.FEWEST_CLASSES);
        Checks.atLeast("width", width, 1);
        requireNumbers("weights", weights, (long) classes * width);
        requireNumbers("biases", biases, classes);
    }

    /** Knows nothing: every margin is 0. */
    public static LinearClassifier zero(int classes, int width) {
        return new LinearClassifier(classes, width, new float[classes * width], new float[classes]);
    }

    private static void requireNumbers(String field, float[] numbers, long count) {
        if (numbers.length != count) {
            throw new IllegalArgumentException("%d %s, must be %d".formatted(numbers.length, field, count));
        }
        for (float number : numbers) {
            if (!Float.isFinite(number)) {
                throw new IllegalArgumentException("%s hold %s, must be finite".formatted(field, number));
            }
        }
    }

    /**
     * @param features rows of this classifier's width
     * @return the class of the greatest margin in that row; of equals, the first
     */
    public int predict(float[] features, int row) {
        return top(margins(features, row, 1), 0, classes);
    }

    /** Share of the examples whose class is predicted, 0 to 1. */
    public double accuracy(Examples examples) {
        float[] margins = margins(examples);
        int right = 0;
        for (int i = 0; i < examples.count(); i++) {
            right += top(margins, i, classes) == examples.labels()[i] ? 1 : 0;
        }
        return (double) right / examples.count();
    }

    /** All margins times a factor: the same predictions, other probabilities. */
    LinearClassifier scaled(double factor) {
        return new LinearClassifier(classes, width, times(weights, factor), times(biases, factor));
    }

    private static float[] times(float[] numbers, double factor) {
        float[] products = new float[numbers.length];
        for (int i = 0; i < numbers.length; i++) {
            products[i] = (float) (numbers[i] * factor);
        }
        return products;
    }

    /** Mean softmax cross-entropy over the examples, in nats. */
    public double loss(Examples examples) {
        float[] margins = margins(examples);
        double sum = 0;
        for (int i = 0; i < examples.count(); i++) {
            double highest = margins[i * classes + top(margins, i, classes)];
            double exponentials = 0;
            for (int classId = 0; classId < classes; classId++) {
                exponentials += Math.exp(margins[i * classes + classId] - highest);
            }
            sum += Math.log(exponentials) + highest - margins[i * classes + examples.labels()[i]];
        }
        return sum / examples.count();
    }

    /** @return n × classes */
    float[] margins(Examples examples) {
        return margins(examples.features(), 0, examples.count());
    }

    private float[] margins(float[] features, int from, int rows) {
        float[] margins = new float[rows * classes];
        for (int i = 0; i < rows; i++) {
            for (int classId = 0; classId < classes; classId++) {
                margins[i * classes + classId] = margin(features, (from + i) * width, classId);
            }
        }
        return margins;
    }

    private float margin(float[] features, int start, int classId) {
        double sum = biases[classId];
        int weight = classId * width;
        for (int i = 0; i < width; i++) {
            sum += weights[weight + i] * features[start + i];
        }
        return (float) sum;
    }

    /** The column of the greatest number in that row; of equals, the first. */
    static int top(float[] margins, int row, int classes) {
        int top = 0;
        for (int classId = 1; classId < classes; classId++) {
            if (margins[row * classes + classId] > margins[row * classes + top]) {
                top = classId;
            }
        }
        return top;
    }
}
