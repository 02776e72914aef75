package io.hone.vision.linear;

import ai.djl.ndarray.NDArray;

/**
 * Cross-entropy of softmax, in nats, over the classes that have examples.
 *
 * <p>Were a class without examples among them, each step away from it would lower the loss, and the others' biases, which
 * nothing holds back, would drown it: it was never predicted again. Left out, it keeps its margins, and the others' move
 * only against each other: the mean of theirs stays as well.
 */
final class SoftmaxLoss implements Loss {

    private static final int CLASS_AXIS = 0;
    private static final int[] OVER_EXAMPLES = {1};
    /** Its exponential is 0, and times 0 it is 0 and not NaN. */
    private static final double AS_GOOD_AS_INFINITE = 1e9;

    @Override
    public Cost of(NDArray margins, NDArray truth) {
        long count = truth.getShape().get(1);
        NDArray absent = truth.max(OVER_EXAMPLES, true).neg().add(1);
        NDArray logProbabilities = margins.sub(absent.mul(AS_GOOD_AS_INFINITE)).logSoftmax(CLASS_AXIS);
        double sum = -logProbabilities.mul(truth).sum().getDouble();
        return new Cost(sum / count, logProbabilities.exp().sub(truth).div(count));
    }
}
