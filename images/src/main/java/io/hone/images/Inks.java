package io.hone.images;

import java.awt.image.Raster;

/**
 * The samples of a JPEG of four channels: cyan, magenta, yellow and black, stored inverted as Adobe does and everybody
 * since. Red is cyan × black / 255, and so on: what PIL, torchvision and OpenCV give. Printing profiles are not
 * followed, as colour profiles are not anywhere else.
 *
 * @param ycc whether the first three are stored as luminance and chrominance (YCCK)
 */
record Inks(boolean ycc) {

    private static final int CHANNELS = 4;
    private static final int MAX = 255;

    Pixels pixels(Raster raster) {
        byte[] rgb = new byte[Pixels.CHANNELS * raster.getWidth() * raster.getHeight()];
        int[] row = new int[CHANNELS * raster.getWidth()];
        int to = 0;
        for (int y = 0; y < raster.getHeight(); y++) {
            raster.getPixels(0, y, raster.getWidth(), 1, row);
            for (int from = 0; from < row.length; from += CHANNELS) {
                if (ycc) {
                    toInks(row, from);
                }
                for (int channel = 0; channel < Pixels.CHANNELS; channel++) {
                    rgb[to++] = (byte) ((row[from + channel] * row[from + 3] + MAX / 2) / MAX);
                }
            }
        }
        return new Pixels(raster.getWidth(), raster.getHeight(), rgb);
    }

    /** JFIF's conversion to red, green, blue, whose complements the inks are. */
    private static void toInks(int[] row, int at) {
        double luminance = row[at];
        double blueness = row[at + 1] - 128;
        double redness = row[at + 2] - 128;
        row[at] = complement(luminance + 1.402 * redness);
        row[at + 1] = complement(luminance - 0.344136 * blueness - 0.714136 * redness);
        row[at + 2] = complement(luminance + 1.772 * blueness);
    }

    private static int complement(double value) {
        return MAX - (int) Math.max(0, Math.min(MAX, Math.round(value)));
    }
}
