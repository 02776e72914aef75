package io.hone.vision.classifier;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.DataType;
import io.hone.contracts.recipe.GradientClip;
import java.util.List;

/** As {@code torch.nn.utils.clip_grad_value_} followed by {@code clip_grad_norm_}, on the gradients of all parameters. */
final class GradientClipper {

    /** Of PyTorch: keeps the division defined. */
    private static final double MARGIN = 1e-6;

    private final GradientClip clip;

    GradientClipper(GradientClip clip) {
        this.clip = clip;
    }

    /** @return may share memory with the given ones, which are used up */
    List<Gradient> clip(List<Gradient> gradients) {
        List<Gradient> within = clip.value() > 0 ? clipValues(gradients) : gradients;
        if (clip.norm() > 0 && !within.isEmpty()) {
            clipNorm(within);
        }
        return within;
    }

    private List<Gradient> clipValues(List<Gradient> gradients) {
        return gradients.stream()
                .map(gradient ->
                        new Gradient(gradient.parameter(), gradient.values().clip(-clip.value(), clip.value())))
                .toList();
    }

    /** Usually they are short enough, and reading one number is cheaper than multiplying all of them by 1. */
    private void clipNorm(List<Gradient> gradients) {
        double coefficient = clip.norm() / (norm(gradients) + MARGIN);
        if (coefficient < 1) {
            gradients.forEach(gradient -> gradient.values().muli((float) coefficient));
        }
    }

    private static float norm(List<Gradient> gradients) {
        NDList norms = new NDList();
        for (Gradient gradient : gradients) {
            norms.add(gradient.values().norm().toType(DataType.FLOAT32, false));
        }
        try (NDArray together = NDArrays.stack(norms);
                NDArray norm = together.norm()) {
            return norm.getFloat();
        } finally {
            norms.close();
        }
    }
}
