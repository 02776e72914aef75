package io.hone.contracts.run;

import io.hone.contracts.Checks;

/**
 * How training images are varied, anew each time one is used.
 *
 * @param flip mirror left and right, every second time on average
 * @param cropPadding zero-padded border in pixels from which a window of the original size is cut at random, 0 (no
 *     crop) to 64
 */
public record Augmentation(boolean flip, int cropPadding) {

    public static final Augmentation NONE = new Augmentation(false, 0);

    public Augmentation {
        Checks.within("cropPadding", cropPadding, 0, 64);
    }
}
