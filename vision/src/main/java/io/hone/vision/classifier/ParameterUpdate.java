package io.hone.vision.classifier;

import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import io.hone.contracts.recipe.Optimizer;

/** Turns one parameter's gradients into steps and keeps what that needs to remember, for this parameter alone. */
interface ParameterUpdate {

    /** Changes {@code weight} in place. Outside of recording for a backward pass. */
    void apply(PtNDArray weight, PtNDArray gradient, float rate);

    /** @param manager owns what the update remembers */
    static ParameterUpdate of(Optimizer optimizer, PtNDArray weight, PtNDManager manager) {
        if (optimizer instanceof Optimizer.Sgd sgd) {
            return new SgdUpdate(sgd, weight, manager);
        }
        return new AdamWUpdate((Optimizer.AdamW) optimizer, weight, manager);
    }
}
