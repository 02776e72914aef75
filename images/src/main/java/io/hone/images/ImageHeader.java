package io.hone.images;

/**
 * What an image says of itself before its pixels are read.
 *
 * @param width in pixels, at least 1, as the image is looked at: upright
 * @param height in pixels, at least 1
 * @param memory that decoding takes at most, in bytes
 */
public record ImageHeader(ImageType type, int width, int height, long memory) {

    public long pixels() {
        return (long) width * height;
    }
}
