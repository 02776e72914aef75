package io.hone.contracts.recipe;

import io.hone.contracts.Checks;

/**
 * Bounds what a single batch can do. 0 switches either off; with both, values are clipped first.
 *
 * @param value each gradient is cut to −value … value
 * @param norm all gradients of a step are scaled down together so that their Euclidean length is at most this
 */
public record GradientClip(double value, double norm) {

    public static final GradientClip NONE = new GradientClip(0, 0);

    public GradientClip {
        Checks.within("gradient-clip.value", value, 0, 1e6);
        Checks.within("gradient-clip.norm", norm, 0, 1e6);
    }
}
