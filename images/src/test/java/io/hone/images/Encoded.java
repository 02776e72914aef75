package io.hone.images;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** Real images in memory, as tests need them. */
final class Encoded {

    static final int RED = 0xC81E28;
    static final int BLUE = 0x0A3CDC;

    private Encoded() {}

    /** The left half {@link #RED}, the right half {@link #BLUE}. */
    static BufferedImage halves(int width, int height, int bufferedImageType) {
        BufferedImage image = new BufferedImage(width, height, bufferedImageType);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.setRGB(x, y, 0xFF000000 | (x < width / 2 ? RED : BLUE));
            }
        }
        return image;
    }

    static byte[] as(String format, BufferedImage image) {
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            if (!ImageIO.write(image, format, out)) {
                throw new IllegalArgumentException("no writer of %s takes this image".formatted(format));
            }
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] fixture(String name) {
        try (InputStream in = Encoded.class.getResourceAsStream(name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ImageHeader header(ImageDecoder decoder, byte[] encoded) throws UnreadableImageException {
        try (OpenImage image = decoder.open(encoded)) {
            return image.header();
        }
    }
}
