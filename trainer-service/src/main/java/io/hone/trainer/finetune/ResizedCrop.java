package io.hone.trainer.finetune;

import io.hone.images.Pixels;
import io.hone.images.Resize;
import java.util.SplittableRandom;

/**
 * A window of random area and shape, stretched to the image's size (Szegedy and others, "Going Deeper with
 * Convolutions", 2015): area evenly from the smallest share to the whole, aspect ratio from 3:4 to 4:3 of the image's own,
 * evenly in its logarithm.
 */
final class ResizedCrop {

    private static final double WIDEST = StrictMath.log(4 / 3.0);

    private ResizedCrop() {}

    static Pixels of(Pixels image, double smallestArea, SplittableRandom random) {
        double area = smallestArea + (1 - smallestArea) * random.nextDouble();
        double stretch = StrictMath.exp(WIDEST * (2 * random.nextDouble() - 1) / 2);
        int width = within(image.width(), Math.sqrt(area) * stretch);
        int height = within(image.height(), Math.sqrt(area) / stretch);
        int left = random.nextInt(image.width() - width + 1);
        int top = random.nextInt(image.height() - height + 1);
        return Resize.bilinear(cut(image, left, top, width, height), image.width(), image.height());
    }

    private static int within(int size, double share) {
        return (int) Math.max(1, Math.min(size, Math.round(size * share)));
    }

    private static Pixels cut(Pixels image, int left, int top, int width, int height) {
        byte[] rgb = new byte[Pixels.CHANNELS * width * height];
        int row = Pixels.CHANNELS * width;
        for (int y = 0; y < height; y++) {
            int from = Pixels.CHANNELS * ((top + y) * image.width() + left);
            System.arraycopy(image.rgb(), from, rgb, y * row, row);
        }
        return new Pixels(width, height, rgb);
    }
}
