package io.hone.vision.classifier;

import io.hone.images.Pixels;
import java.util.List;

/**
 * Images on their way to a network.
 *
 * @param count images, at least 1
 * @param width of each, in pixels
 * @param height of each, in pixels
 * @param rgb one image after the other, laid out as in {@link Pixels#rgb()}: N × H × W × C, unsigned bytes
 */
public record PixelBatch(int count, int width, int height, byte[] rgb) {

    public PixelBatch {
        if (count < 1) {
            throw new IllegalArgumentException("a batch of %d images, must be at least 1".formatted(count));
        }
        if (rgb.length != Pixels.CHANNELS * width * height * count) {
            throw new IllegalArgumentException("%d images of %d × %d pixels need %d bytes, not %d"
                    .formatted(count, width, height, Pixels.CHANNELS * width * height * count, rgb.length));
        }
    }

    /** All images must have the size of the first. */
    public static PixelBatch of(List<Pixels> images) {
        Pixels first = images.get(0);
        int length = first.rgb().length;
        byte[] rgb = new byte[length * images.size()];
        for (int i = 0; i < images.size(); i++) {
            Pixels image = images.get(i);
            if (image.width() != first.width() || image.height() != first.height()) {
                throw new IllegalArgumentException("image %d has %d × %d pixels, the first has %d × %d"
                        .formatted(i, image.width(), image.height(), first.width(), first.height()));
            }
            System.arraycopy(image.rgb(), 0, rgb, i * length, length);
        }
        return new PixelBatch(images.size(), first.width(), first.height(), rgb);
    }
}
