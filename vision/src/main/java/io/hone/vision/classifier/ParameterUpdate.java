package io.hone.vision.classifier;

import ai.djl.pytorch.engine.PtNDArray;
import io.hone.contracts.recipe.Optimizer;

/** Turns one parameter's gradients into steps. */
interface ParameterUpdate {

    /** Changes {@code weight} in place. Outside of recording for a backward pass. */
    void apply(PtNDArray weight, PtNDArray gradient, float rate);

    /**
     * @param decays whether the optimizer's weight decay is meant for this parameter
     * @param memory keeps what the update remembers
     */
    static ParameterUpdate of(Optimizer optimizer, boolean decays, PtNDArray weight, OptimizerMemory memory) {
        if (optimizer instanceof Optimizer.Sgd sgd) {
            return new SgdUpdate(sgd, decays, weight, memory);
        }
        return new AdamWUpdate((Optimizer.AdamW) optimizer, decays, weight, memory);
    }
}
