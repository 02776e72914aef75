package io.hone.contracts.recipe;

import io.hone.contracts.Checks;

/**
 * How training images are varied, anew each time one is used.
 *
 * @param flip mirror left and right, every second time on average
 * @param padding of the crop <em>padded</em>
 * @param area of the crop <em>resized</em>: the window's smallest share of the image's area, 0.05 to 1
 * @param colourJitter brightness, contrast and saturation are each scaled by up to 1 ± this, 0 (not at all) to 1
 */
public record Augmentation(boolean flip, Crop crop, Border padding, double area, double colourJitter) {

    public static final Augmentation NONE = new Augmentation(false, Crop.NONE, new Border(0, false), 1, 0);

    public Augmentation {
        Checks.present("augmentation.crop", crop);
        Checks.present("augmentation.crop-padding", padding);
        Checks.within("augmentation.crop-area", area, 0.05, 1);
        Checks.within("augmentation.colour-jitter", colourJitter, 0, 1);
    }
}
