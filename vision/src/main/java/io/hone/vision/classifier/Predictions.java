package io.hone.vision.classifier;

/**
 * What a classifier says about a batch.
 *
 * @param classes how many the classifier tells apart
 * @param probabilities softmax of the network's outputs, one image after the other: N × classes
 */
public record Predictions(int classes, float[] probabilities) {

    public int count() {
        return probabilities.length / classes;
    }

    public float probability(int image, int classId) {
        return probabilities[image * classes + classId];
    }

    /** The most probable class; of equals, the first. */
    public int top(int image) {
        int top = 0;
        for (int classId = 1; classId < classes; classId++) {
            if (probability(image, classId) > probability(image, top)) {
                top = classId;
            }
        }
        return top;
    }
}
