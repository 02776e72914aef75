package io.hone.images;

/**
 * What an image says of itself before its pixels are read.
 *
 * @param width in pixels, at least 1
 * @param height in pixels, at least 1
 */
public record ImageHeader(ImageType type, int width, int height) {

    public long pixels() {
        return (long) width * height;
    }
}
