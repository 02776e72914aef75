package io.hone.bench.samples;

import io.hone.images.Pixels;
import java.awt.image.BufferedImage;
import java.awt.image.ConvolveOp;
import java.awt.image.Kernel;
import java.util.Random;

/**
 * How another camera sees the same thing: softer (a 3 × 3 binomial blur), darker and warmer (a gain for each colour),
 * noisier (Gaussian).
 */
final class OtherCamera {

    private static final Kernel BINOMIAL = new Kernel(
            3, 3, new float[] {1 / 16f, 2 / 16f, 1 / 16f, 2 / 16f, 4 / 16f, 2 / 16f, 1 / 16f, 2 / 16f, 1 / 16f});

    private static final double[] GAIN = {0.8, 0.7, 0.6};
    private static final double NOISE = 8;

    private final Random random;

    OtherCamera(long seed) {
        this.random = new Random(seed);
    }

    BufferedImage shoot(Pixels scene) {
        BufferedImage sharp = new BufferedImage(scene.width(), scene.height(), BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < scene.width() * scene.height(); i++) {
            int red = scene.rgb()[3 * i] & 0xff;
            int green = scene.rgb()[3 * i + 1] & 0xff;
            int blue = scene.rgb()[3 * i + 2] & 0xff;
            int rgb = (red << 16) | (green << 8) | blue;
            sharp.setRGB(i % scene.width(), i / scene.width(), rgb);
        }
        BufferedImage image = new ConvolveOp(BINOMIAL, ConvolveOp.EDGE_NO_OP, null).filter(sharp, null);
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                image.setRGB(x, y, dimAndNoisy(image.getRGB(x, y)));
            }
        }
        return image;
    }

    private int dimAndNoisy(int rgb) {
        int shot = 0;
        for (int channel = 0; channel < GAIN.length; channel++) {
            int shift = 16 - 8 * channel;
            double value = ((rgb >> shift) & 0xff) * GAIN[channel] + NOISE * random.nextGaussian();
            shot |= (int) Math.round(Math.max(0, Math.min(255, value))) << shift;
        }
        return shot;
    }
}
