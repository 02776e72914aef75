package io.hone.bench.look;

import io.hone.images.Pixels;
import java.util.Random;

/**
 * How another camera sees the same thing: softer, darker and warmer (a gain for each colour), noisier (Gaussian). Each
 * image gets noise of its own, so that the order of the images matters.
 */
public final class OtherCamera implements Look {

    private static final double[] GAIN = {0.8, 0.7, 0.6};
    private static final double NOISE = 8;

    private final Look blur = new Blur();
    private final Random random;

    public OtherCamera(long seed) {
        this.random = new Random(seed);
    }

    @Override
    public Pixels of(Pixels scene) {
        byte[] rgb = blur.of(scene).rgb();
        for (int i = 0; i < rgb.length; i++) {
            double value = (rgb[i] & 0xff) * GAIN[i % Pixels.CHANNELS] + NOISE * random.nextGaussian();
            rgb[i] = (byte) Math.round(Math.max(0, Math.min(255, value)));
        }
        return new Pixels(scene.width(), scene.height(), rgb);
    }
}
