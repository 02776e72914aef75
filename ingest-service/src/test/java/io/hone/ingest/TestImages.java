package io.hone.ingest;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Random;
import javax.imageio.ImageIO;

/** Real encoded images; the same seed gives the same bytes. */
public final class TestImages {

    private TestImages() {}

    public static byte[] png(long seed) {
        return encoded("png", 32, seed);
    }

    public static byte[] jpeg(long seed) {
        return encoded("jpeg", 32, seed);
    }

    /** Some three bytes a pixel: noise cannot be compressed. */
    public static byte[] png(int side, long seed) {
        return encoded("png", side, seed);
    }

    private static byte[] encoded(String format, int side, long seed) {
        Random random = new Random(seed);
        BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_3BYTE_BGR);
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                image.setRGB(x, y, random.nextInt());
            }
        }
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            ImageIO.write(image, format, out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
