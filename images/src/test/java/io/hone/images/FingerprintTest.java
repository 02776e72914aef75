package io.hone.images;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.util.Random;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FingerprintTest {

    private static final int WIDTH = 96;
    private static final int HEIGHT = 64;

    /** Soft blobs of colour: noise at 16 × 12, stretched. */
    private static Pixels blobs(int seed) {
        byte[] rgb = new byte[Pixels.CHANNELS * 16 * 12];
        new Random(seed).nextBytes(rgb);
        return Resize.bilinear(new Pixels(16, 12, rgb), WIDTH, HEIGHT);
    }

    private static Pixels each(Pixels pixels, IntUnaryOperator change) {
        byte[] changed = new byte[pixels.rgb().length];
        for (int i = 0; i < changed.length; i++) {
            changed[i] = (byte) Math.max(0, Math.min(255, change.applyAsInt(Byte.toUnsignedInt(pixels.rgb()[i]))));
        }
        return new Pixels(pixels.width(), pixels.height(), changed);
    }

    private static Pixels asJpeg(Pixels pixels) throws UnreadableImageException {
        BufferedImage image = new BufferedImage(pixels.width(), pixels.height(), BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < pixels.width() * pixels.height(); i++) {
            int red = Byte.toUnsignedInt(pixels.rgb()[3 * i]);
            int green = Byte.toUnsignedInt(pixels.rgb()[3 * i + 1]);
            int blue = Byte.toUnsignedInt(pixels.rgb()[3 * i + 2]);
            image.setRGB(i % pixels.width(), i / pixels.width(), red << 16 | green << 8 | blue);
        }
        return new ImageDecoder(new ImageLimits(1 << 20, 1 << 20)).decode(Encoded.as("jpg", image));
    }

    private static int distance(Pixels one, Pixels other) {
        return Fingerprint.of(one).orElseThrow().distance(Fingerprint.of(other).orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void copiesDifferInFewBits(int seed) throws UnreadableImageException {
        // Given
        Pixels image = blobs(seed);

        // When, then
        assertThat(distance(image, image)).isZero();
        assertThat(distance(image, Resize.bilinear(image, 40, 40)))
                .as("smaller")
                .isLessThanOrEqualTo(8);
        assertThat(distance(image, asJpeg(image))).as("compressed").isLessThanOrEqualTo(8);
        assertThat(distance(image, each(image, value -> value * 3 / 4)))
                .as("darker")
                .isLessThanOrEqualTo(8);
        assertThat(distance(image, each(image, value -> value / 2 + 100)))
                .as("paler")
                .isLessThanOrEqualTo(8);
    }

    @Test
    void otherImagesDifferInMany() {
        for (int seed = 0; seed < 40; seed += 2) {
            assertThat(distance(blobs(seed), blobs(seed + 1))).isGreaterThan(8);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 127, 255})
    void whatHasNothingToSeeHasNone(int shade) {
        // Given: of one colour, but for a single pixel
        Pixels plain = each(blobs(1), value -> shade);
        plain.rgb()[0] = (byte) (shade + 9);

        // When, then
        assertThat(Fingerprint.of(plain)).isEmpty();
    }

    @Test
    void aSmallImageHasOneToo() {
        // Given: narrower than what it is shrunk to otherwise
        Pixels halves = new Pixels(2, 1, new byte[] {0, 0, 0, 100, 100, 100});

        // When, then
        assertThat(Fingerprint.of(halves)).isPresent();
    }
}
