package io.hone.images;

/**
 * A decoded image.
 *
 * @param width in pixels, at least 1
 * @param height in pixels, at least 1
 * @param rgb unsigned bytes, red, green, blue of one pixel after the other, row by row from the top:
 *     {@code 3 × width × height} of them
 */
public record Pixels(int width, int height, byte[] rgb) {

    public static final int CHANNELS = 3;

    public Pixels {
        if (width < 1 || height < 1) {
            throw new IllegalArgumentException("size is %d × %d, must be at least 1 × 1".formatted(width, height));
        }
        if (rgb.length != CHANNELS * width * height) {
            throw new IllegalArgumentException("%d × %d pixels need %d bytes, not %d"
                    .formatted(width, height, CHANNELS * width * height, rgb.length));
        }
    }
}
