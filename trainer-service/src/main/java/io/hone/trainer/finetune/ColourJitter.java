package io.hone.trainer.finetune;

import io.hone.images.Pixels;
import java.util.SplittableRandom;

/**
 * Another light and another camera: brightness, then contrast about the image's mean grey, then saturation, each scaled
 * by a factor around 1. Grey as in ITU-R BT.601.
 */
record ColourJitter(float brightness, float contrast, float saturation) {

    private static final float RED = 0.299f;
    private static final float GREEN = 0.587f;
    private static final float BLUE = 0.114f;
    private static final float BRIGHTEST = 255;

    static ColourJitter drawn(double strength, SplittableRandom random) {
        return new ColourJitter(factor(strength, random), factor(strength, random), factor(strength, random));
    }

    private static float factor(double strength, SplittableRandom random) {
        return (float) (1 + strength * (2 * random.nextDouble() - 1));
    }

    /** Changes so many bytes of red, green and blue in place. */
    void apply(byte[] rgb, int offset, int length) {
        float mean = brightness * meanGrey(rgb, offset, length);
        for (int at = offset; at < offset + length; at += Pixels.CHANNELS) {
            float red = contrasted(rgb[at], mean);
            float green = contrasted(rgb[at + 1], mean);
            float blue = contrasted(rgb[at + 2], mean);
            float grey = RED * red + GREEN * green + BLUE * blue;
            rgb[at] = saturated(red, grey);
            rgb[at + 1] = saturated(green, grey);
            rgb[at + 2] = saturated(blue, grey);
        }
    }

    private static float meanGrey(byte[] rgb, int offset, int length) {
        double sum = 0;
        for (int at = offset; at < offset + length; at += Pixels.CHANNELS) {
            sum += RED * Byte.toUnsignedInt(rgb[at])
                    + GREEN * Byte.toUnsignedInt(rgb[at + 1])
                    + BLUE * Byte.toUnsignedInt(rgb[at + 2]);
        }
        return (float) (sum * Pixels.CHANNELS / length);
    }

    private float contrasted(byte value, float mean) {
        return mean + contrast * (brightness * Byte.toUnsignedInt(value) - mean);
    }

    private byte saturated(float value, float grey) {
        float mixed = grey + saturation * (value - grey);
        return (byte) Math.round(Math.max(0, Math.min(BRIGHTEST, mixed)));
    }
}
