package io.hone.vision.classifier;

import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import java.util.Optional;

/** One tensor that training changes. */
final class LearnedParameter {

    private static final int FEWEST_DIMENSIONS_THAT_DECAY = 2;

    private final PtNDArray weight;
    private final double rate;
    private final ParameterUpdate update;

    /** @param memory keeps what the update remembers */
    LearnedParameter(PtNDArray weight, Solver solver, OptimizerMemory memory) {
        boolean decays = solver.decayAll() || weight.getShape().dimension() >= FEWEST_DIMENSIONS_THAT_DECAY;
        this.weight = weight;
        this.rate = solver.rate(weight.getName());
        this.update = ParameterUpdate.of(solver.optimizer(), decays, weight, memory);
    }

    void forgetGradient() {
        JniUtils.zeroGrad(weight);
    }

    /**
     * Empty if the loss does not depend on the parameter, which then stays as it is.
     *
     * @param memory owns the gradient's handle
     */
    Optional<Gradient> gradient(NDManager memory) {
        PtNDArray values = JniUtils.getGradient(weight);
        if (values == null) {
            return Optional.empty();
        }
        values.attach(memory);
        return Optional.of(new Gradient(this, values));
    }

    void update(PtNDArray gradient, double rateFactor) {
        update.apply(weight, gradient, (float) (rate * rateFactor));
    }
}
