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
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(painted(), "png", png);
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
