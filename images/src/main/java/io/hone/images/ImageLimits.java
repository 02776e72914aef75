package io.hone.images;

/**
 * What an image may cost before anybody looks at it. Decoding takes up to 11 bytes of memory a pixel.
 *
 * @param maxBytes largest encoded image, at least 1
 * @param maxPixels largest width × height, at least 1
 */
public record ImageLimits(int maxBytes, long maxPixels) {

    /** 16 MiB and 25 million pixels: what cameras of 24 megapixels write. */
    public static final ImageLimits DEFAULT = new ImageLimits(16 << 20, 25_000_000);

    /** So that all bytes of an image fit into one array. */
    private static final long MOST_PIXELS = Integer.MAX_VALUE / Pixels.CHANNELS;

    public ImageLimits {
        if (maxBytes < 1) {
            throw new IllegalArgumentException("maxBytes is %d, must be at least 1".formatted(maxBytes));
        }
        if (maxPixels < 1 || maxPixels > MOST_PIXELS) {
            throw new IllegalArgumentException(
                    "maxPixels is %d, must be between 1 and %d".formatted(maxPixels, MOST_PIXELS));
        }
    }
}
