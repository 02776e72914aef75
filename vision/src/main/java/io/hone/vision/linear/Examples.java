package io.hone.vision.linear;

import io.hone.contracts.Checks;

/**
 * Images as a backbone sees them, with their classes.
 *
 * @param features one image after the other: n × width, all finite
 * @param width features of an image, at least 1
 * @param labels n class ids
 * @param classes that there are, at least 2, whether or not each has an example
 */
public record Examples(float[] features, int width, int[] labels, int classes) {

    static final int FEWEST_CLASSES = 2;

    public Examples {
        Checks.atLeast("width", width, 1);
        Checks.atLeast("classes", classes, FEWEST_CLASSES);
        Checks.atLeast("examples", labels.length, 1);
        if ((long) labels.length * width != features.length) {
            throw new IllegalArgumentException("%d examples of %d features need %d numbers, not %d"
                    .formatted(labels.length, width, (long) labels.length * width, features.length));
        }
        for (int i = 0; i < labels.length; i++) {
            Checks.within("label of example " + i, labels[i], 0, classes - 1);
        }
        requireFinite(features, width);
    }

    /** What is not finite would let the fit run on without end or meaning. */
    private static void requireFinite(float[] features, int width) {
        for (int i = 0; i < features.length; i++) {
            if (!Float.isFinite(features[i])) {
                throw new IllegalArgumentException(
                        "feature %d of example %d is %s, must be finite; look at the backbone"
                                .formatted(i % width, i / width, features[i]));
            }
        }
    }

    public int count() {
        return labels.length;
    }

    /** Examples of each class id. */
    public int[] countByClass() {
        int[] counts = new int[classes];
        for (int label : labels) {
            counts[label]++;
        }
        return counts;
    }

    /** Copies, in the order of {@code rows}. */
    Examples subset(int[] rows) {
        float[] chosen = new float[rows.length * width];
        int[] itsLabels = new int[rows.length];
        for (int i = 0; i < rows.length; i++) {
            System.arraycopy(features, rows[i] * width, chosen, i * width, width);
            itsLabels[i] = labels[rows[i]];
        }
        return new Examples(chosen, width, itsLabels, classes);
    }
}
