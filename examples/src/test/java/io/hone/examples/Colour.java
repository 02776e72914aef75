package io.hone.examples;

import ai.djl.modality.cv.Image;
import ai.djl.modality.cv.ImageFactory;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;

/** Images of one colour. */
final class Colour {

    private Colour() {}

    static Image green() {
        return ImageFactory.getInstance().fromImage(painted());
    }

    static byte[] greenPng() throws IOException {
        return png(painted());
    }

    /** Few bytes, and some more than 25 million pixels. */
    static byte[] hugePng() throws IOException {
        return png(new BufferedImage(5001, 5001, BufferedImage.TYPE_BYTE_BINARY));
    }

    private static byte[] png(BufferedImage image) throws IOException {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(image, "png", png);
        return png.toByteArray();
    }

    private static BufferedImage painted() {
        BufferedImage image = new BufferedImage(16, 16, BufferedImage.TYPE_INT_RGB);
        for (int pixel = 0; pixel < 256; pixel++) {
            image.setRGB(pixel % 16, pixel / 16, 0x10C020);
        }
        return image;
    }
}
