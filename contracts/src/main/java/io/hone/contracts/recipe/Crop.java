package io.hone.contracts.recipe;

/** How windows are cut from training images. */
public enum Crop {
    NONE,
    /** A window of the original size from the image within a border. */
    PADDED,
    /** A window of random area and shape, stretched to the original size. */
    RESIZED
}
