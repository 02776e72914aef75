package io.hone.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.hone.images.UnreadableImageException.Reason;
import java.awt.image.BufferedImage;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ImageDecoderTest {

    private final ImageDecoder decoder = new ImageDecoder(ImageLimits.DEFAULT);

    static Stream<Arguments> images() {
        BufferedImage plain = Encoded.halves(64, 48, BufferedImage.TYPE_3BYTE_BGR);
        return Stream.of(
                Arguments.of(ImageType.PNG, Encoded.as("png", plain), 0),
                Arguments.of(
                        ImageType.PNG, Encoded.as("png", Encoded.halves(64, 48, BufferedImage.TYPE_4BYTE_ABGR)), 0),
                Arguments.of(ImageType.BMP, Encoded.as("bmp", plain), 0),
                Arguments.of(ImageType.BMP, Encoded.as("bmp", Encoded.halves(64, 48, BufferedImage.TYPE_INT_RGB)), 0),
                Arguments.of(ImageType.GIF, Encoded.as("gif", plain), 0),
                Arguments.of(ImageType.JPEG, Encoded.as("jpeg", plain), 4),
                Arguments.of(ImageType.WEBP, Encoded.fixture("lossy.webp"), 4),
                Arguments.of(ImageType.WEBP, Encoded.fixture("lossless.webp"), 0));
    }

    @ParameterizedTest
    @MethodSource("images")
    void readsWhatWasWritten(ImageType type, byte[] encoded, int tolerance) throws Exception {
        // Given a real image whose left half is red and whose right half is blue
        // When
        ImageHeader header = Encoded.header(decoder, encoded);
        Pixels pixels = decoder.decode(encoded);

        // Then
        assertThat(header).isEqualTo(new ImageHeader(type, pixels.width(), pixels.height(), header.memory()));
        assertPixel(pixels, 0, 0, Encoded.RED, tolerance);
        assertPixel(pixels, pixels.width() - 1, pixels.height() - 1, Encoded.BLUE, tolerance);
    }

    @Test
    void greyKeepsItsValues() throws Exception {
        // Given
        byte[] png = Encoded.as("png", grey(BufferedImage.TYPE_BYTE_GRAY, 100));

        // When
        Pixels pixels = decoder.decode(png);

        // Then
        assertPixel(pixels, 1, 1, 0x646464, 0);
    }

    @Test
    void sixteenBitsKeepTheUpperEight() throws Exception {
        // Given
        byte[] png = Encoded.as("png", grey(BufferedImage.TYPE_USHORT_GRAY, 100 << 8 | 200));

        // When
        Pixels pixels = decoder.decode(png);

        // Then
        assertPixel(pixels, 1, 1, 0x646464, 0);
    }

    @Test
    void transparencyShowsBlack() throws Exception {
        // Given a white image, half transparent
        BufferedImage image = new BufferedImage(8, 8, BufferedImage.TYPE_4BYTE_ABGR);
        image.setRGB(0, 0, 0x80FFFFFF);

        // When
        Pixels pixels = decoder.decode(Encoded.as("png", image));

        // Then
        assertPixel(pixels, 0, 0, 0x808080, 0);
        assertPixel(pixels, 5, 5, 0x000000, 0);
    }

    @Test
    void palettesAreLookedUp() throws Exception {
        // Given
        BufferedImage image = Encoded.halves(8, 8, BufferedImage.TYPE_BYTE_INDEXED);
        int nearestToRed = image.getRGB(0, 0) & 0xFFFFFF;

        // When
        Pixels pixels = decoder.decode(Encoded.as("png", image));

        // Then
        assertPixel(pixels, 0, 0, nearestToRed, 0);
    }

    @ParameterizedTest
    @MethodSource("images")
    void refusesWhatIsCutOff(ImageType type, byte[] encoded) {
        // Given two thirds of an image
        byte[] cut = Arrays.copyOf(encoded, encoded.length * 2 / 3);

        // When / Then
        assertRefused(cut, Reason.BROKEN);
    }

    @ParameterizedTest
    @MethodSource("images")
    void damageNeverEscapesAsAnythingElse(ImageType type, byte[] encoded) {
        // Given many images with damage at seeded places, the first bytes left as they are
        Random random = new Random(7);
        for (int round = 0; round < 300; round++) {
            byte[] damaged = encoded.clone();
            for (int hit = 0; hit < 4; hit++) {
                damaged[12 + random.nextInt(damaged.length - 12)] = (byte) random.nextInt();
            }
            // When
            try {
                Pixels pixels = decoder.decode(damaged);
                // Then it is an image
                assertThat(pixels.rgb()).hasSize(3 * pixels.width() * pixels.height());
            } catch (UnreadableImageException refused) {
                // Then or it is refused, and nothing else
                assertThat(refused.reason()).isIn(Reason.BROKEN, Reason.TOO_MANY_PIXELS);
            }
        }
    }

    @Test
    void refusesTooManyPixelsWithoutReadingThem() {
        // Given a PNG of a few bytes that declares 30000 × 30000 pixels
        byte[] bomb = pngDeclaring(30_000, 30_000);

        // When / Then
        assertThatThrownBy(() -> decoder.decode(bomb))
                .isInstanceOfSatisfying(UnreadableImageException.class, refused -> {
                    assertThat(refused.reason()).isEqualTo(Reason.TOO_MANY_PIXELS);
                    assertThat(refused.value()).hasValue(900_000_000);
                    assertThat(refused.limit()).hasValue(25_000_000);
                })
                .hasMessage("image has 900000000 pixels, at most 25000000 are allowed");
    }

    @Test
    void refusesTooManyBytes() {
        // Given
        ImageDecoder strict = new ImageDecoder(new ImageLimits(10, 100));

        // When / Then
        assertThatThrownBy(() -> strict.open(new byte[11])).hasMessage("image has 11 bytes, at most 10 are allowed");
    }

    @Test
    void refusesWhatIsNoImage() {
        assertRefused(new byte[0], Reason.EMPTY);
        assertRefused("hello, world".getBytes(StandardCharsets.UTF_8), Reason.UNKNOWN_TYPE);
        assertRefused(
                "<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes(StandardCharsets.UTF_8), Reason.UNKNOWN_TYPE);
        assertRefused(new byte[] {(byte) 0xFF, (byte) 0xD8}, Reason.UNKNOWN_TYPE);
        assertRefused(new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF}, Reason.BROKEN);
        assertRefused("BM is how this text begins".getBytes(StandardCharsets.UTF_8), Reason.BROKEN);
    }

    private void assertRefused(byte[] encoded, Reason reason) {
        assertThatThrownBy(() -> decoder.decode(encoded))
                .isInstanceOfSatisfying(UnreadableImageException.class, refused -> assertThat(refused.reason())
                        .isEqualTo(reason));
    }

    private static void assertPixel(Pixels pixels, int x, int y, int rgb, int tolerance) {
        for (int channel = 0; channel < Pixels.CHANNELS; channel++) {
            int found = Byte.toUnsignedInt(pixels.rgb()[(y * pixels.width() + x) * Pixels.CHANNELS + channel]);
            int expected = rgb >> (8 * (2 - channel)) & 0xFF;
            assertThat(found).as("channel %d at %d, %d", channel, x, y).isCloseTo(expected, within(tolerance));
        }
    }

    private static BufferedImage grey(int bufferedImageType, int value) {
        BufferedImage image = new BufferedImage(8, 8, bufferedImageType);
        WritableRaster raster = image.getRaster();
        int[] samples = new int[64];
        Arrays.fill(samples, value);
        raster.setPixels(0, 0, 8, 8, samples);
        return image;
    }

    private static byte[] pngDeclaring(int width, int height) {
        ByteBuffer header = ByteBuffer.allocate(17);
        header.put("IHDR".getBytes(StandardCharsets.US_ASCII)).putInt(width).putInt(height);
        header.put(new byte[] {8, 2, 0, 0, 0});
        CRC32 crc = new CRC32();
        crc.update(header.array());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes("\u0089PNG\r\n\u001a\n".getBytes(StandardCharsets.ISO_8859_1));
        out.writeBytes(ByteBuffer.allocate(4).putInt(13).array());
        out.writeBytes(header.array());
        out.writeBytes(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
        out.writeBytes(new byte[] {0, 0, 0, 0, 'I', 'D', 'A', 'T'});
        return out.toByteArray();
    }
}
