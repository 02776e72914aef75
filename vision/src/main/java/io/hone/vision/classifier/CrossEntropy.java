package io.hone.vision.classifier;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;

/** Softmax cross-entropy, in nats. */
final class CrossEntropy {

    private static final int CLASS_AXIS = 1;

    private CrossEntropy() {}

    /**
     * @param logits N × classes
     * @param labels N class ids
     * @return the mean over the batch, a scalar of the logits' manager
     */
    static NDArray mean(NDArray logits, long[] labels) {
        NDArray column = logits.getManager().create(labels, new Shape(labels.length, 1));
        return logits.logSoftmax(CLASS_AXIS).gather(column, CLASS_AXIS).mean().neg();
    }
}
