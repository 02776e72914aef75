package io.hone.images;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is verified is what can be decoded. */
class VerifyTest {

    private static final int DAMAGES = 300;

    private final ImageDecoder decoder = new ImageDecoder(ImageLimits.DEFAULT);

    private interface Reading {
        void read(byte[] encoded) throws UnreadableImageException;
    }

    static Stream<Arguments> images() {
        return Stream.of(
                Arguments.of("JPEG", Encoded.as("jpeg", noise(61, 45, BufferedImage.TYPE_3BYTE_BGR))),
                Arguments.of("grey JPEG", Encoded.as("jpeg", noise(61, 45, BufferedImage.TYPE_BYTE_GRAY))),
                Arguments.of("JPEG of one pixel", Encoded.as("jpeg", noise(1, 1, BufferedImage.TYPE_3BYTE_BGR))),
                Arguments.of("PNG", Encoded.as("png", noise(61, 45, BufferedImage.TYPE_3BYTE_BGR))));
    }

    private static BufferedImage noise(int width, int height, int type) {
        BufferedImage image = new BufferedImage(width, height, type);
        Random random = new Random(width);
        for (int i = 0; i < width * height; i++) {
            image.setRGB(i % width, i / width, random.nextInt());
        }
        return image;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("images")
    void whatIsVerifiedCanBeDecodedAndNothingElse(String name, byte[] whole) {
        // Given the image, and as it is after accidents of all kinds
        Random random = new Random(1);
        assertThat(isReadable(this::verify, whole)).isTrue();
        int readable = 0;
        for (int i = 0; i < DAMAGES; i++) {
            byte[] damaged =
                    i % 2 == 0 ? Arrays.copyOf(whole, random.nextInt(whole.length)) : withOtherByte(whole, random);

            // When
            boolean verified = isReadable(this::verify, damaged);

            // Then
            assertThat(verified).as("%s, damage %d", name, i).isEqualTo(isReadable(decoder::decode, damaged));
            readable += verified ? 1 : 0;
        }
        assertThat(readable).isLessThan(DAMAGES);
    }

    private void verify(byte[] encoded) throws UnreadableImageException {
        try (OpenImage image = decoder.open(encoded)) {
            image.verify();
        }
    }

    private static byte[] withOtherByte(byte[] whole, Random random) {
        byte[] other = whole.clone();
        other[random.nextInt(whole.length)] ^= (byte) (1 + random.nextInt(255));
        return other;
    }

    private static boolean isReadable(Reading reading, byte[] encoded) {
        try {
            reading.read(encoded);
            return true;
        } catch (UnreadableImageException e) {
            return false;
        }
    }
}
