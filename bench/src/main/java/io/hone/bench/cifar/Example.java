package io.hone.bench.cifar;

import io.hone.contracts.image.ImageId;
import io.hone.images.Pixels;

/** An image with its label. */
public record Example(String label, Pixels pixels) {

    /** Of the pixels, since there is no encoded file. */
    public ImageId id() {
        return ImageId.of(pixels.rgb());
    }
}
