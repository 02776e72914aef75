package io.hone.vision.classifier;

import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import io.hone.contracts.run.Rates;

/** One tensor that training changes. */
final class LearnedParameter {

    private final PtNDArray weight;
    private final boolean inHead;
    private final ParameterUpdate update;

    LearnedParameter(PtNDArray weight, boolean inHead, ParameterUpdate update) {
        this.weight = weight;
        this.inHead = inHead;
        this.update = update;
    }

    boolean inHead() {
        return inHead;
    }

    /** Forgets the last step's gradient; at rate 0 none is computed, which spares the backward pass below it. */
    void prepare(Rates rates) {
        boolean learns = rate(rates) > 0;
        if (weight.hasGradient() != learns) {
            weight.setRequiresGradient(learns);
        }
        JniUtils.zeroGrad(weight);
    }

    /** A parameter that the loss does not depend on has no gradient and stays. */
    void update(Rates rates) {
        if (rate(rates) == 0) {
            return;
        }
        try (PtNDArray gradient = JniUtils.getGradient(weight)) {
            if (gradient != null) {
                update.apply(weight, gradient, rate(rates));
            }
        }
    }

    /** A file written now leaves whoever loads it free to train all of it. */
    void unfreeze() {
        weight.setRequiresGradient(true);
    }

    private float rate(Rates rates) {
        return (float) (inHead ? rates.head() : rates.backbone());
    }
}
