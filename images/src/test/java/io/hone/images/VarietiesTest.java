package io.hone.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.hone.images.UnreadableImageException.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Images of the less usual kinds, made by PIL: {@code make-varieties.py} says how. */
class VarietiesTest {

    private static final int RED = 0xC81E28;
    private static final int BLUE = 0x0A3CDC;
    private static final int GREEN = 0x14A01E;
    private static final int WHITE = 0xFAFAFA;

    private final ImageDecoder decoder = new ImageDecoder(ImageLimits.DEFAULT);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "oriented-1.jpg",
                "oriented-2.jpg",
                "oriented-3.jpg",
                "oriented-4.jpg",
                "oriented-5.jpg",
                "oriented-6.jpg",
                "oriented-7.jpg",
                "oriented-8.jpg",
                "oriented-6.png",
                "oriented-6.webp"
            })
    void imagesAreTurnedUpright(String name) throws Exception {
        // Given an image stored as a camera held otherwise stores it
        byte[] encoded = Encoded.fixture(name);

        // When
        ImageHeader header = Encoded.header(decoder, encoded);
        Pixels pixels = decoder.decode(encoded);

        // Then
        assertThat(header.width()).isEqualTo(48);
        assertThat(header.height()).isEqualTo(32);
        assertQuarters(pixels, 6);
    }

    @ParameterizedTest
    @ValueSource(strings = {"animated.gif", "animated.png", "animated.webp"})
    void ofAnAnimationTheFirstFrameIsTheImage(String name) throws Exception {
        assertQuarters(decoder.decode(Encoded.fixture(name)), 0);
    }

    @Test
    void aFrameThatDoesNotFillItsScreenIsRefused() {
        // Given a GIF whose first frame begins three pixels from the left
        byte[] gif = Encoded.fixture("animated.gif");
        int colours = 13 + 3 * (2 << (gif[10] & 7));
        int frame = colours;
        while (gif[frame] != 0x2C) {
            frame++;
        }
        gif[frame + 1] = 3;

        // When / Then
        assertThatThrownBy(() -> decoder.decode(gif))
                .isInstanceOfSatisfying(UnreadableImageException.class, refused -> assertThat(refused.reason())
                        .isEqualTo(Reason.BROKEN))
                .hasMessageContaining("its first frame, 48 × 32 pixels at 3, 0, does not fill its screen of 48 × 32");
    }

    @ParameterizedTest
    @ValueSource(strings = {"cmyk", "ycck"})
    void printingInksAreShownAsElsewhere(String name) throws Exception {
        // Given
        Pixels expected = decoder.decode(Encoded.fixture(name + ".expected.png"));

        // When
        Pixels pixels = decoder.decode(Encoded.fixture(name + ".jpg"));

        // Then
        assertThat(pixels.width()).isEqualTo(expected.width());
        assertThat(pixels.height()).isEqualTo(expected.height());
        for (int i = 0; i < pixels.rgb().length; i++) {
            assertThat(Byte.toUnsignedInt(pixels.rgb()[i]))
                    .as("sample %d", i)
                    .isCloseTo(Byte.toUnsignedInt(expected.rgb()[i]), within(3));
        }
    }

    @Test
    void aColourProfileIsNotFollowed() throws Exception {
        // Given a profile that swaps red and blue
        // When / Then
        assertQuarters(decoder.decode(Encoded.fixture("profiled.webp")), 0);
    }

    @Test
    void whatIsTransparentInALossyImageShowsBlack() throws Exception {
        // When
        Pixels pixels = decoder.decode(Encoded.fixture("transparent.webp"));

        // Then
        assertPixel(pixels, 2, 2, 0x000000, 0);
        assertPixel(pixels, 45, 2, BLUE, 12);
    }

    private static void assertQuarters(Pixels pixels, int tolerance) {
        assertThat(pixels.width()).isEqualTo(48);
        assertThat(pixels.height()).isEqualTo(32);
        assertPixel(pixels, 2, 2, RED, tolerance);
        assertPixel(pixels, 45, 2, BLUE, tolerance);
        assertPixel(pixels, 2, 29, GREEN, tolerance);
        assertPixel(pixels, 45, 29, WHITE, tolerance);
    }

    private static void assertPixel(Pixels pixels, int x, int y, int rgb, int tolerance) {
        for (int channel = 0; channel < Pixels.CHANNELS; channel++) {
            int found = Byte.toUnsignedInt(pixels.rgb()[(y * pixels.width() + x) * Pixels.CHANNELS + channel]);
            int expected = rgb >> (8 * (2 - channel)) & 0xFF;
            assertThat(found).as("channel %d at %d, %d", channel, x, y).isCloseTo(expected, within(tolerance));
        }
    }
}
