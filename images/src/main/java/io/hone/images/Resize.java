package io.hone.images;

/** Stretches images to a network's input size. */
public final class Resize {

    private Resize() {}

    /**
     * Bilinear between the four nearest pixel centres, without smoothing beforehand, rounded to whole values: what
     * PyTorch's {@code interpolate(mode="bilinear", align_corners=False)} gives, and so what DJL Serving shows the network.
     */
    public static Pixels bilinear(Pixels pixels, int width, int height) {
        if (pixels.width() == width && pixels.height() == height) {
            return pixels;
        }
        Axis across = Axis.of(pixels.width(), width);
        Axis down = Axis.of(pixels.height(), height);
        byte[] from = pixels.rgb();
        byte[] to = new byte[Pixels.CHANNELS * width * height];
        int stride = Pixels.CHANNELS * pixels.width();
        for (int y = 0, at = 0; y < height; y++) {
            int upper = down.first[y] * stride;
            int lower = down.second[y] * stride;
            float downwards = down.weight[y];
            for (int x = 0; x < width; x++) {
                int left = across.first[x] * Pixels.CHANNELS;
                int right = across.second[x] * Pixels.CHANNELS;
                for (int channel = 0; channel < Pixels.CHANNELS; channel++) {
                    float above =
                            between(from[upper + left + channel], from[upper + right + channel], across.weight[x]);
                    float below =
                            between(from[lower + left + channel], from[lower + right + channel], across.weight[x]);
                    to[at++] = (byte) Math.round(above + (below - above) * downwards);
                }
            }
        }
        return new Pixels(width, height, to);
    }

    private static float between(byte first, byte second, float weight) {
        int a = Byte.toUnsignedInt(first);
        int b = Byte.toUnsignedInt(second);
        return a + (b - a) * weight;
    }

    /** For each target position the two source positions it lies between, and how near it is to the second. */
    private record Axis(int[] first, int[] second, float[] weight) {

        static Axis of(int source, int target) {
            Axis axis = new Axis(new int[target], new int[target], new float[target]);
            double scale = (double) source / target;
            for (int i = 0; i < target; i++) {
                double centre = Math.max(0, (i + 0.5) * scale - 0.5);
                axis.first[i] = Math.min((int) centre, source - 1);
                axis.second[i] = Math.min(axis.first[i] + 1, source - 1);
                axis.weight[i] = (float) (centre - axis.first[i]);
            }
            return axis;
        }
    }
}
