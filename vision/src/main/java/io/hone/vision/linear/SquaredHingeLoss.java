package io.hone.vision.linear;

import ai.djl.ndarray.NDArray;

/**
 * A support vector machine for each class against the rest, with the square of what the margin lacks to 1: what
 * LIBLINEAR (Fan et al. 2008) calls the L2-regularised L2-loss support vector classification.
 */
final class SquaredHingeLoss implements Loss {

    @Override
    public Cost of(NDArray margins, NDArray truth) {
        long count = truth.getShape().get(1);
        NDArray side = truth.mul(2).sub(1);
        NDArray lacking = margins.mul(side).neg().add(1).maximum(0);
        NDArray slopes = lacking.mul(side).mul(-2.0 / count);
        return new Cost(lacking.square().sum().getDouble() / count, slopes);
    }
}
