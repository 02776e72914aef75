package io.hone.images;

import java.util.Arrays;
import java.util.Optional;

/**
 * What an image looks like, in 64 bits: images that are copies of each other, smaller, brighter or stronger compressed,
 * differ in few of them. Cropped by more than a pixel or two, turned or mirrored, they differ in many.
 *
 * <p>A perceptual hash by the discrete cosine transform (DCT-II), after Zauner, "Implementation and Benchmarking of
 * Perceptual Image Hash Functions", 2010, section 3.2.1: of the luminance (ITU-R BT.601) at 32 × 32 the 8 × 8 lowest
 * frequencies, each of which gives a one when it lies above their median. The constant part does not count in the median,
 * for it tells of brightness only.
 *
 * @param bits in row order of the frequencies, the lowest first at the highest bit
 */
public record Fingerprint(long bits) {

    public static final int BITS = Long.SIZE;

    private static final int SIDE = 32;
    private static final int FREQUENCIES = 8;
    private static final double[] LUMINANCE = {0.299, 0.587, 0.114};

    /** Of luminance, 0 to 255: below it there is nothing to see, and all such images would look alike. */
    private static final double LEAST_CONTRAST = 2;

    private static final double[][] WAVES = waves();

    /** Empty for an image without contrast, such as one of a single colour. */
    public static Optional<Fingerprint> of(Pixels pixels) {
        double[] luminance = luminance(Resize.bilinear(pixels, SIDE, SIDE));
        return deviation(luminance) < LEAST_CONTRAST
                ? Optional.empty()
                : Optional.of(new Fingerprint(aboveMedian(transform(luminance))));
    }

    /** In how many bits the two differ, 0 to 64. */
    public int distance(Fingerprint other) {
        return Long.bitCount(bits ^ other.bits);
    }

    private static double[] luminance(Pixels pixels) {
        double[] luminance = new double[SIDE * SIDE];
        for (int i = 0; i < pixels.rgb().length; i++) {
            luminance[i / Pixels.CHANNELS] += LUMINANCE[i % Pixels.CHANNELS] * Byte.toUnsignedInt(pixels.rgb()[i]);
        }
        return luminance;
    }

    /** Of the luminance, from its mean: the square root of the mean square. */
    private static double deviation(double[] luminance) {
        double mean = Arrays.stream(luminance).average().orElse(0);
        return Math.sqrt(Arrays.stream(luminance)
                .map(value -> (value - mean) * (value - mean))
                .average()
                .orElse(0));
    }

    private static double[] transform(double[] luminance) {
        double[] columns = new double[FREQUENCIES * SIDE];
        double[] lowest = new double[FREQUENCIES * FREQUENCIES];
        for (int v = 0; v < FREQUENCIES; v++) {
            for (int x = 0; x < SIDE; x++) {
                for (int y = 0; y < SIDE; y++) {
                    columns[v * SIDE + x] += WAVES[v][y] * luminance[y * SIDE + x];
                }
            }
            for (int u = 0; u < FREQUENCIES; u++) {
                for (int x = 0; x < SIDE; x++) {
                    lowest[v * FREQUENCIES + u] += WAVES[u][x] * columns[v * SIDE + x];
                }
            }
        }
        return lowest;
    }

    private static long aboveMedian(double[] values) {
        double[] sorted = Arrays.copyOfRange(values, 1, values.length);
        Arrays.sort(sorted);
        double median = sorted[sorted.length / 2];
        long bits = 0;
        for (double value : values) {
            bits = bits << 1 | (value > median ? 1 : 0);
        }
        return bits;
    }

    /** The cosines of frequencies 0 to 7. */
    private static double[][] waves() {
        double[][] waves = new double[FREQUENCIES][SIDE];
        for (int frequency = 0; frequency < FREQUENCIES; frequency++) {
            for (int i = 0; i < SIDE; i++) {
                waves[frequency][i] = Math.cos((2 * i + 1) * frequency * Math.PI / (2 * SIDE));
            }
        }
        return waves;
    }
}
