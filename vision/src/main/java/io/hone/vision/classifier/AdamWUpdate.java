package io.hone.vision.classifier;

import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import io.hone.contracts.recipe.Optimizer;

/**
 * {@code w -= rate·decay·w}, {@code m = b1·m + (1-b1)·g}, {@code s = b2·s + (1-b2)·g²},
 * {@code w -= rate·(m / (1-b1ᵗ)) / (√(s / (1-b2ᵗ)) + epsilon)}, as {@code torch.optim.AdamW} without amsgrad.
 */
final class AdamWUpdate implements ParameterUpdate {

    private static final float NO_RESCALING = 1;
    private static final float NO_CLIPPING = -1;
    private static final float NO_DECAY = 0;

    private final float beta1;
    private final float beta2;
    private final float epsilon;
    private final float decay;
    private final PtNDArray mean;
    private final PtNDArray square;
    private final OptimizerMemory.Counter steps;

    AdamWUpdate(Optimizer.AdamW adamW, boolean decays, PtNDArray weight, OptimizerMemory memory) {
        beta1 = (float) adamW.beta1();
        beta2 = (float) adamW.beta2();
        epsilon = (float) adamW.epsilon();
        decay = decays ? (float) adamW.weightDecay() : NO_DECAY;
        mean = memory.array(weight, "mean");
        square = memory.array(weight, "square");
        steps = memory.counter(weight);
    }

    /**
     * The engine's update knows no bias correction of {@code s}. With {@code c = √(1-b2ᵗ)} pulled out of the fraction,
     * {@code rate·c / (1-b1ᵗ)} as its rate and {@code epsilon·c} as its epsilon give the same step.
     */
    @Override
    public void apply(PtNDArray weight, PtNDArray gradient, float rate) {
        int step = steps.next();
        double c = Math.sqrt(1 - Math.pow(beta2, step));
        float corrected = (float) (rate * c / (1 - Math.pow(beta1, step)));
        JniUtils.adamUpdate(
                weight,
                gradient,
                mean,
                square,
                rate,
                corrected,
                decay,
                NO_RESCALING,
                NO_CLIPPING,
                beta1,
                beta2,
                (float) (epsilon * c),
                true);
    }
}
