package io.hone.bench.look;

import io.hone.images.Pixels;
import java.awt.image.BufferedImage;

/** Between our pixels and Java's images. */
public final class PixelImages {

    private PixelImages() {}

    public static BufferedImage toImage(Pixels pixels) {
        BufferedImage image = new BufferedImage(pixels.width(), pixels.height(), BufferedImage.TYPE_INT_RGB);
        byte[] rgb = pixels.rgb();
        for (int i = 0; i < pixels.width() * pixels.height(); i++) {
            int colour = ((rgb[3 * i] & 0xff) << 16) | ((rgb[3 * i + 1] & 0xff) << 8) | (rgb[3 * i + 2] & 0xff);
            image.setRGB(i % pixels.width(), i / pixels.width(), colour);
        }
        return image;
    }

    static Pixels toPixels(BufferedImage image) {
        byte[] rgb = new byte[Pixels.CHANNELS * image.getWidth() * image.getHeight()];
        int next = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                int colour = image.getRGB(x, y);
                rgb[next++] = (byte) (colour >> 16);
                rgb[next++] = (byte) (colour >> 8);
                rgb[next++] = (byte) colour;
            }
        }
        return new Pixels(image.getWidth(), image.getHeight(), rgb);
    }
}
