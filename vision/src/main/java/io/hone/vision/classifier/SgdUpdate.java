package io.hone.vision.classifier;

import ai.djl.ndarray.NDArray;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import io.hone.contracts.recipe.Optimizer;
import java.util.Optional;

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
    private final Optional<NDArray> decay;
    private final PtNDArray velocity;

    SgdUpdate(Optimizer.Sgd sgd, boolean decays, PtNDArray weight, OptimizerMemory memory) {
        boolean pulled = decays && sgd.weightDecay() > 0;
        momentum = memory.constant(sgd.momentum());
        decay = pulled ? Optional.of(memory.constant(sgd.weightDecay())) : Optional.empty();
        velocity = memory.array(weight, "velocity");
    }

    @Override
    public void apply(PtNDArray weight, PtNDArray gradient, float rate) {
        velocity.muli(momentum);
        if (decay.isPresent()) {
            try (NDArray pull = weight.mul(decay.get())) {
                velocity.addi(pull.addi(gradient));
            }
        } else {
            velocity.addi(gradient);
        }
        JniUtils.sgdUpdate(weight, velocity, null, rate, NO_DECAY, NO_RESCALING, NO_CLIPPING, NO_MOMENTUM);
    }
}
