package io.hone.images;

/** Stretches images to a network's input size. */
public final class Resize {

    /** So that a plain white area, whose weights add up to a hair less than one, stays white. */
    private static final float ROUNDING_ERROR = 1e-3f;

    private Resize() {}

    /**
     * Bilinear, smoothed where it shrinks, cut off to whole values: what PyTorch's {@code interpolate(mode="bilinear",
     * antialias=True, align_corners=False)} gives as unsigned bytes, and so what DJL Serving shows the network.
     */
    public static Pixels bilinear(Pixels pixels, int width, int height) {
        if (pixels.width() == width && pixels.height() == height) {
            return pixels;
        }
        float[] across = across(pixels, Axis.of(pixels.width(), width), width);
        return down(across, Axis.of(pixels.height(), height), width, height);
    }

    private static float[] across(Pixels pixels, Axis axis, int width) {
        float[] to = new float[Pixels.CHANNELS * width * pixels.height()];
        for (int y = 0, at = 0; y < pixels.height(); y++) {
            int row = y * pixels.width();
            for (int x = 0; x < width; x++) {
                for (int channel = 0; channel < Pixels.CHANNELS; channel++) {
                    float sum = 0;
                    for (int i = 0; i < axis.weights[x].length; i++) {
                        int from = Pixels.CHANNELS * (row + axis.first[x] + i) + channel;
                        sum += axis.weights[x][i] * Byte.toUnsignedInt(pixels.rgb()[from]);
                    }
                    to[at++] = sum;
                }
            }
        }
        return to;
    }

    private static Pixels down(float[] from, Axis axis, int width, int height) {
        int row = Pixels.CHANNELS * width;
        byte[] to = new byte[row * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < row; x++) {
                float sum = 0;
                for (int i = 0; i < axis.weights[y].length; i++) {
                    sum += axis.weights[y][i] * from[(axis.first[y] + i) * row + x];
                }
                to[y * row + x] = (byte) (int) (sum + ROUNDING_ERROR);
            }
        }
        return new Pixels(width, height, to);
    }

    /**
     * For each target position the first source position it takes from, and the weights of that and the following: a
     * triangle as wide as two source pixels, or as two target pixels where the image shrinks.
     */
    private record Axis(int[] first, float[][] weights) {

        static Axis of(int source, int target) {
            Axis axis = new Axis(new int[target], new float[target][]);
            double scale = (double) source / target;
            double support = Math.max(scale, 1);
            for (int i = 0; i < target; i++) {
                double centre = (i + 0.5) * scale;
                int from = Math.max(0, (int) (centre - support + 0.5));
                int to = Math.min(source, (int) (centre + support + 0.5));
                axis.first[i] = from;
                axis.weights[i] = triangle(centre - from, support, to - from);
            }
            return axis;
        }

        private static float[] triangle(double centre, double support, int count) {
            double[] heights = new double[count];
            double sum = 0;
            for (int i = 0; i < count; i++) {
                heights[i] = Math.max(0, 1 - Math.abs((i + 0.5 - centre) / support));
                sum += heights[i];
            }
            float[] weights = new float[count];
            for (int i = 0; i < count; i++) {
                weights[i] = (float) (heights[i] / sum);
            }
            return weights;
        }
    }
}
