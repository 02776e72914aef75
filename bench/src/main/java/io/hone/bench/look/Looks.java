package io.hone.bench.look;

import io.hone.images.Pixels;
import java.util.function.IntUnaryOperator;

/** Looks that can be told in a line. */
public final class Looks {

    private static final int WHITE = 255;

    private Looks() {}

    public static Look asItIs() {
        return scene -> scene;
    }

    public static Look negative() {
        return tones(value -> WHITE - value);
    }

    /** Turned by 180 degrees. */
    public static Look upsideDown() {
        return scene -> {
            byte[] from = scene.rgb();
            byte[] rgb = new byte[from.length];
            for (int i = 0; i < rgb.length; i += Pixels.CHANNELS) {
                System.arraycopy(from, rgb.length - Pixels.CHANNELS - i, rgb, i, Pixels.CHANNELS);
            }
            return new Pixels(scene.width(), scene.height(), rgb);
        };
    }

    /** As a base that knows ordinary photographs has never seen anything. */
    public static Look upsideDownNegative() {
        return negative().then(upsideDown());
    }

    public static Look dusk() {
        return tones(value -> value * 2 / 5);
    }

    public static Look fog() {
        return tones(value -> 150 + value * 2 / 5);
    }

    public static Look blurred() {
        return new Blur().then(new Blur());
    }

    /** Few shades of each colour. */
    public static Look poster() {
        return tones(value -> value / 64 * 85);
    }

    public static Look grey() {
        return coloured((red, green, blue) -> {
            int grey = (299 * red + 587 * green + 114 * blue) / 1000;
            return new int[] {grey, grey, grey};
        });
    }

    /** Red and blue changed places, as when somebody takes BGR for RGB. */
    public static Look swappedColours() {
        return coloured((red, green, blue) -> new int[] {blue, green, red});
    }

    private interface Colour {
        int[] of(int red, int green, int blue);
    }

    private static Look tones(IntUnaryOperator tone) {
        return coloured(
                (red, green, blue) -> new int[] {tone.applyAsInt(red), tone.applyAsInt(green), tone.applyAsInt(blue)});
    }

    private static Look coloured(Colour colour) {
        return scene -> {
            byte[] rgb = scene.rgb().clone();
            for (int i = 0; i < rgb.length; i += Pixels.CHANNELS) {
                int[] other = colour.of(rgb[i] & 0xff, rgb[i + 1] & 0xff, rgb[i + 2] & 0xff);
                for (int channel = 0; channel < Pixels.CHANNELS; channel++) {
                    rgb[i + channel] = (byte) other[channel];
                }
            }
            return new Pixels(scene.width(), scene.height(), rgb);
        };
    }
}
