package io.hone.trainer.finetune;

import io.hone.contracts.model.ColourOrder;
import io.hone.contracts.model.Preprocessing;
import io.hone.contracts.recipe.Augmentation;
import io.hone.contracts.recipe.Crop;
import io.hone.images.Pixels;
import java.util.SplittableRandom;

/**
 * Varies training images at random. What a crop takes in from beyond the border has the mean colour, which becomes zero
 * when the network's input is normalised.
 */
final class Augmenter {

    private final Augmentation augmentation;
    private final byte[] border;

    Augmenter(Augmentation augmentation, Preprocessing preprocessing) {
        this.augmentation = augmentation;
        this.border = meanColour(preprocessing);
    }

    private static byte[] meanColour(Preprocessing preprocessing) {
        byte[] rgb = new byte[Pixels.CHANNELS];
        for (int channel = 0; channel < rgb.length; channel++) {
            int position = preprocessing.colourOrder() == ColourOrder.RGB ? channel : rgb.length - 1 - channel;
            rgb[position] = (byte) Math.round(preprocessing.mean().get(channel) * 255);
        }
        return rgb;
    }

    /** Writes a variation of the image, of the same size, to {@code target} from {@code offset} on. */
    void vary(Pixels image, byte[] target, int offset, SplittableRandom random) {
        boolean mirror = augmentation.flip() && random.nextBoolean();
        Pixels cut = augmentation.crop() == Crop.RESIZED ? ResizedCrop.of(image, augmentation.area(), random) : image;
        int padding =
                augmentation.crop() == Crop.PADDED ? augmentation.padding().pixels(image.width(), image.height()) : 0;
        int left = padding == 0 ? 0 : random.nextInt(2 * padding + 1) - padding;
        int top = padding == 0 ? 0 : random.nextInt(2 * padding + 1) - padding;
        window(cut, mirror, left, top, target, offset);
        if (augmentation.colourJitter() > 0) {
            ColourJitter.drawn(augmentation.colourJitter(), random).apply(target, offset, image.rgb().length);
        }
    }

    private void window(Pixels image, boolean mirror, int left, int top, byte[] target, int offset) {
        if (!mirror && left == 0 && top == 0) {
            System.arraycopy(image.rgb(), 0, target, offset, image.rgb().length);
            return;
        }
        int to = offset;
        for (int y = 0; y < image.height(); y++) {
            for (int x = 0; x < image.width(); x++) {
                int fromX = left + (mirror ? image.width() - 1 - x : x);
                copyPixel(image, fromX, top + y, target, to);
                to += Pixels.CHANNELS;
            }
        }
    }

    private void copyPixel(Pixels image, int x, int y, byte[] target, int to) {
        boolean inside = x >= 0 && x < image.width() && y >= 0 && y < image.height();
        byte[] source = inside ? image.rgb() : border;
        int from = inside ? Pixels.CHANNELS * (y * image.width() + x) : 0;
        System.arraycopy(source, from, target, to, Pixels.CHANNELS);
    }
}
