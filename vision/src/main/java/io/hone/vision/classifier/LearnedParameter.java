package io.hone.vision.classifier;

import ai.djl.ndarray.NDArray;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import io.hone.contracts.recipe.Optimizer;
import io.hone.contracts.recipe.Rates;
import io.hone.vision.archive.Head;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** One tensor that training changes. */
final class LearnedParameter {

    private final PtNDArray weight;
    private final boolean inHead;
    private final ParameterUpdate update;

    private LearnedParameter(PtNDArray weight, boolean inHead, ParameterUpdate update) {
        this.weight = weight;
        this.inHead = inHead;
        this.update = update;
    }

    /**
     * All of a network that are made of fractions.
     *
     * @throws UnusableModelException if the head's are not among them
     */
    static List<LearnedParameter> of(TorchScriptModule module, Head head, Optimizer optimizer) {
        Set<String> ofHead = new HashSet<>();
        ofHead.add(head.weight());
        head.bias().ifPresent(ofHead::add);
        List<LearnedParameter> parameters = new ArrayList<>();
        for (NDArray parameter : module.parameters()) {
            if (parameter.getDataType().isFloating()) {
                PtNDArray weight = (PtNDArray) parameter;
                ParameterUpdate update = ParameterUpdate.of(optimizer, weight, module.manager());
                parameters.add(new LearnedParameter(weight, ofHead.remove(weight.getName()), update));
            }
        }
        if (!ofHead.isEmpty()) {
            throw new UnusableModelException("the network has no parameter %s, which its head should be made of"
                    .formatted(String.join(" and no ", ofHead)));
        }
        return List.copyOf(parameters);
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
