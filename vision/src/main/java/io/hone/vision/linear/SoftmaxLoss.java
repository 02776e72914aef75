package io.hone.vision.linear;

import ai.djl.ndarray.NDArray;

/**
 * Cross-entropy of softmax, in nats.
 *
 * <p>A class without examples is to keep what it knows, though each step away from it would lower the loss. So its own
 * margins are left alone, and the others' changes sum to 0 over the classes: they may win against it where they know
 * better, but not everywhere at once. Where every class has examples, softmax sees to that by itself.
 */
final class SoftmaxLoss implements Loss {

    private static final int CLASS_AXIS = 0;
    private static final int[] OVER_CLASSES = {0};
    private static final int[] OVER_EXAMPLES = {1};

    @Override
    public Cost of(NDArray margins, NDArray truth) {
        long count = truth.getShape().get(1);
        NDArray logProbabilities = margins.logSoftmax(CLASS_AXIS);
        NDArray slopes = logProbabilities.exp().sub(truth).div(count);
        double sum = -logProbabilities.mul(truth).sum().getDouble();
        return new Cost(sum / count, amongThoseWithExamples(slopes, truth));
    }

    private static NDArray amongThoseWithExamples(NDArray slopes, NDArray truth) {
        NDArray learns = truth.max(OVER_EXAMPLES, true);
        NDArray theirs = slopes.mul(learns);
        return theirs.sub(theirs.sum(OVER_CLASSES, true).div(learns.sum()).mul(learns));
    }
}
