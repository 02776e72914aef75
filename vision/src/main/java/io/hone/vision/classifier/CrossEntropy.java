package io.hone.vision.classifier;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;

/**
 * Softmax cross-entropy, in nats, as {@code torch.nn.CrossEntropyLoss}.
 *
 * @param smoothing share of each label that is spread evenly over all classes (Szegedy and others, "Rethinking the
 *     Inception Architecture for Computer Vision", 2016)
 */
record CrossEntropy(double smoothing) {

    private static final int CLASS_AXIS = 1;

    /**
     * @param logits N × classes
     * @param labels N class ids
     * @return the mean over the batch, a scalar of the logits' manager
     */
    NDArray mean(NDArray logits, long[] labels) {
        NDArray column = logits.getManager().create(labels, new Shape(labels.length, 1));
        NDArray logProbabilities = logits.logSoftmax(CLASS_AXIS);
        NDArray labelled = logProbabilities.gather(column, CLASS_AXIS).mean().neg();
        if (smoothing == 0) {
            return labelled;
        }
        NDArray spread = logProbabilities.mean().neg();
        return labelled.mul((float) (1 - smoothing)).add(spread.mul((float) smoothing));
    }
}
