package io.hone.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hone.images.UnreadableImageException.Reason;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing is shown to a decoder that could have it do more work than the pixels are. */
class EssenceTest {

    private static final int ZEROS = 64 << 20;

    private final ImageDecoder decoder = new ImageDecoder(ImageLimits.DEFAULT);

    @ParameterizedTest
    @ValueSource(strings = {"iCCP", "zTXt", "iTXt", "junk"})
    void textsAndProfilesAreNeverUnpacked(String chunk) throws Exception {
        // Given a PNG with a palette, of which decoders read everything, that holds 64 MiB in a few bytes
        byte[] png = Encoded.as("png", Encoded.halves(8, 8, BufferedImage.TYPE_BYTE_INDEXED));
        byte[] bomb = withChunk(png, chunk, bomb(chunk));
        Pixels plain = decoder.decode(png);

        // When
        Essence essence = Essence.of(ImageType.PNG, bomb);

        // Then
        assertThat(essence.encoded()).isEqualTo(Essence.of(ImageType.PNG, png).encoded());
        assertThat(decoder.decode(bomb).rgb()).isEqualTo(plain.rgb());
    }

    @Test
    void whatFollowsTheEndIsNotLookedAt() throws Exception {
        for (String type : new String[] {"png", "jpeg", "gif"}) {
            // Given
            byte[] image = Encoded.as(type, Encoded.halves(64, 48, BufferedImage.TYPE_3BYTE_BGR));

            // When
            Pixels pixels = decoder.decode(Arrays.copyOf(image, image.length + 100_000));

            // Then
            assertThat(pixels.rgb()).as(type).isEqualTo(decoder.decode(image).rgb());
        }
    }

    @Test
    void aWebpHasOneImage() throws Exception {
        // Given an extended WebP with a thousand images, each of which its decoder would read
        byte[] chunk = Arrays.copyOfRange(Encoded.fixture("lossless.webp"), 12, 48);
        ByteBuffer webp = ByteBuffer.allocate(30 + 1_000 * chunk.length).order(ByteOrder.LITTLE_ENDIAN);
        webp.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(webp.limit() - 8);
        webp.put("WEBPVP8X".getBytes(StandardCharsets.US_ASCII)).putInt(10).putInt(0);
        webp.put(new byte[] {7, 0, 0, 5, 0, 0});
        while (webp.hasRemaining()) {
            webp.put(chunk);
        }

        // When
        Essence essence = Essence.of(ImageType.WEBP, webp.array());

        // Then
        assertThat(essence.encoded()).isEqualTo(Encoded.fixture("lossless.webp"));
    }

    @Test
    void aWebpWhoseImageIsLargerThanItSaysIsRefused() {
        // Given 8 × 6 pixels on a canvas that is said to have 7 × 6
        byte[] chunk = Arrays.copyOfRange(Encoded.fixture("lossless.webp"), 12, 48);
        ByteBuffer webp = ByteBuffer.allocate(30 + chunk.length).order(ByteOrder.LITTLE_ENDIAN);
        webp.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(webp.limit() - 8);
        webp.put("WEBPVP8X".getBytes(StandardCharsets.US_ASCII)).putInt(10).putInt(0);
        webp.put(new byte[] {6, 0, 0, 5, 0, 0}).put(chunk);

        // When / Then
        assertRefused(decoder, webp.array(), Reason.BROKEN, "8 × 6 pixels does not fill its canvas of 7 × 6");
    }

    @Test
    void aJpegGoneOverAgainAndAgainIsRefused() throws Exception {
        // Given a progressive JPEG whose last scan comes 200 times
        byte[] jpeg = progressive();
        int scan = lastScan(jpeg);
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        bomb.write(jpeg, 0, scan);
        for (int i = 0; i < 200; i++) {
            bomb.write(jpeg, scan, jpeg.length - 2 - scan);
        }
        bomb.write(jpeg, jpeg.length - 2, 2);

        // When / Then
        assertThat(decoder.decode(jpeg).width()).isEqualTo(64);
        assertRefused(decoder, bomb.toByteArray(), Reason.TOO_MANY_PASSES, "scans, at most 100 are allowed");
    }

    @Test
    void threeChannelsWithoutAnyMarkAreTheColoursThatEverybodyElseSees() throws Exception {
        // Given a JPEG that has lost all that says how its colours are stored
        byte[] jpeg = Encoded.as("jpeg", Encoded.halves(64, 48, BufferedImage.TYPE_3BYTE_BGR));
        byte[] bare = new byte[jpeg.length - 18];
        System.arraycopy(jpeg, 0, bare, 0, 2);
        System.arraycopy(jpeg, 20, bare, 2, jpeg.length - 20);

        // When / Then
        assertThat(decoder.decode(bare).rgb()).isEqualTo(decoder.decode(jpeg).rgb());
    }

    @Test
    void aBmpThatHoldsAnotherFileIsRefused() {
        // Given a BMP that says its pixels are a PNG
        byte[] bmp = Encoded.as("bmp", Encoded.halves(64, 48, BufferedImage.TYPE_3BYTE_BGR));
        bmp[30] = 5;

        // When / Then
        assertRefused(decoder, bmp, Reason.BROKEN, "a whole image of another type");
    }

    @Test
    void whoTakesTooLongIsToldSo() {
        // Given
        ImageDecoder impatient = new ImageDecoder(new ImageLimits(1 << 24, 1 << 24, Optional.of(Duration.ofNanos(1))));
        byte[] bmp = Encoded.as("bmp", Encoded.halves(500, 500, BufferedImage.TYPE_3BYTE_BGR));

        // When / Then
        assertRefused(impatient, bmp, Reason.TOO_SLOW, "at most 0 are allowed");
    }

    @Test
    void memoryIsToldBeforehand() throws Exception {
        // When
        ImageHeader header =
                Encoded.header(decoder, Encoded.as("png", Encoded.halves(100, 100, BufferedImage.TYPE_3BYTE_BGR)));

        // Then what 16 bits a channel with transparency take, and the result
        assertThat(header.memory()).isGreaterThan(100 * 100 * 11);
    }

    private static void assertRefused(ImageDecoder by, byte[] encoded, Reason reason, String message) {
        assertThatThrownBy(() -> by.decode(encoded))
                .isInstanceOfSatisfying(UnreadableImageException.class, refused -> assertThat(refused.reason())
                        .isEqualTo(reason))
                .hasMessageContaining(message);
    }

    private static byte[] bomb(String chunk) throws IOException {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        content.writeBytes(
                switch (chunk) {
                    case "iCCP", "zTXt" -> new byte[] {'a', 0, 0};
                    case "iTXt" -> new byte[] {'a', 0, 1, 0, 0, 0};
                    default -> new byte[] {};
                });
        try (DeflaterOutputStream deflater = new DeflaterOutputStream(content)) {
            deflater.write(new byte[ZEROS]);
        }
        return content.toByteArray();
    }

    /** Right behind the header, where decoders read it. */
    private static byte[] withChunk(byte[] png, String type, byte[] content) {
        ByteBuffer chunk = ByteBuffer.allocate(12 + content.length).putInt(content.length);
        chunk.put(type.getBytes(StandardCharsets.US_ASCII)).put(content);
        CRC32 crc = new CRC32();
        crc.update(chunk.array(), 4, 4 + content.length);
        chunk.putInt((int) crc.getValue());
        return ByteBuffer.allocate(png.length + chunk.limit())
                .put(png, 0, 33)
                .put(chunk.array())
                .put(png, 33, png.length - 33)
                .array();
    }

    private static byte[] progressive() throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ImageWriteParam progressive = writer.getDefaultWriteParam();
        progressive.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (var stream = ImageIO.createImageOutputStream(out)) {
            writer.setOutput(stream);
            writer.write(
                    null, new IIOImage(Encoded.halves(64, 48, BufferedImage.TYPE_3BYTE_BGR), null, null), progressive);
        } finally {
            writer.dispose();
        }
        return out.toByteArray();
    }

    private static int lastScan(byte[] jpeg) {
        int at = jpeg.length - 2;
        while (jpeg[at] != (byte) 0xFF || jpeg[at + 1] != (byte) 0xDA) {
            at--;
        }
        return at;
    }
}
