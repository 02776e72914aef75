package io.hone.images;

import java.time.Duration;
import java.util.Optional;

/**
 * What an image may cost before anybody looks at it.
 *
 * @param maxBytes largest encoded image, at least 1
 * @param maxPixels largest width × height, at least 1
 * @param maxTime how long its decoding may take by the clock; absent where the same images must be readable however busy
 *     the machine is: what bytes, pixels and passes allow comes to an end without it
 */
public record ImageLimits(int maxBytes, long maxPixels, Optional<Duration> maxTime) {

    /** 16 MiB and 25 million pixels: what cameras of 24 megapixels write. */
    public static final ImageLimits DEFAULT = new ImageLimits(16 << 20, 25_000_000);

    /** So that all bytes of an image fit into one array. */
    private static final long MOST_PIXELS = Integer.MAX_VALUE / Pixels.CHANNELS;

    private static final int MOST_PASSES = 100;
    /** A camera's progressive JPEG has some ten. */
    private static final int PASSES_OF_THE_LARGEST = 20;

    public ImageLimits {
        if (maxBytes < 1) {
            throw new IllegalArgumentException("maxBytes is %d, must be at least 1".formatted(maxBytes));
        }
        if (maxPixels < 1 || maxPixels > MOST_PIXELS) {
            throw new IllegalArgumentException(
                    "maxPixels is %d, must be between 1 and %d".formatted(maxPixels, MOST_PIXELS));
        }
        if (maxTime.isPresent() && (maxTime.get().isNegative() || maxTime.get().isZero())) {
            throw new IllegalArgumentException("maxTime is %s, must be more than 0".formatted(maxTime.get()));
        }
    }

    public ImageLimits(int maxBytes, long maxPixels) {
        this(maxBytes, maxPixels, Optional.empty());
    }

    /** How often a decoder may go over an image of that many pixels: a few bytes each are enough to have it do so. */
    int maxPasses(long pixels) {
        long affordable = PASSES_OF_THE_LARGEST * maxPixels / pixels;
        return (int) Math.min(MOST_PASSES, affordable);
    }
}
