package io.hone.vision.classifier;

import ai.djl.ndarray.NDArray;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.jni.JniUtils;
import io.hone.contracts.recipe.Optimizer;

/**
 * {@code v = momentum·v + g + decay·w}, {@code w -= rate·v}, as {@code torch.optim.SGD} without dampening. The engine's
 * own update with momentum keeps {@code rate·v} instead, which lags behind when the rate follows a schedule.
 */
final class SgdUpdate implements ParameterUpdate {

    private static final float NO_DECAY = 0;
    private static final float NO_RESCALING = 1;
    private static final float NO_CLIPPING = -1;
    private static final float NO_MOMENTUM = 0;

    private final NDArray momentum;
    private final NDArray decay;
    private final PtNDArray velocity;

    SgdUpdate(Optimizer.Sgd sgd, PtNDArray weight, PtNDManager manager) {
        momentum = manager.create((float) sgd.momentum());
        decay = manager.create((float) sgd.weightDecay());
        velocity = (PtNDArray) manager.zeros(weight.getShape(), weight.getDataType());
    }

    @Override
    public void apply(PtNDArray weight, PtNDArray gradient, float rate) {
        try (NDArray pull = weight.mul(decay)) {
            velocity.muli(momentum).addi(pull.addi(gradient));
        }
        JniUtils.sgdUpdate(weight, velocity, null, rate, NO_DECAY, NO_RESCALING, NO_CLIPPING, NO_MOMENTUM);
    }
}
