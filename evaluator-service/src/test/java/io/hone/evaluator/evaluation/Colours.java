package io.hone.evaluator.evaluation;

import io.hone.contracts.image.ImageId;
import io.hone.evaluator.Manifests;
import io.hone.images.Pixels;
import io.hone.vision.classifier.Classifier;
import io.hone.vision.classifier.PixelBatch;
import io.hone.vision.classifier.Predictions;
import io.hone.vision.store.ImageStore;
import io.hone.vision.store.StoredImage;
import java.util.List;

/** Images of one colour each, and a classifier that needs no network for them. */
final class Colours {

    private Colours() {}

    /** The image that goes in at an offset: red, green, blue in turn. */
    static void put(ImageStore store, long offset) {
        String label = Manifests.COLOURS.label((int) (offset % 3));
        put(store, offset, label);
    }

    static void put(ImageStore store, long offset, String label) {
        store.put(new StoredImage(id(offset), label, offset), pixels(offset));
    }

    /** The image that went in at one offset comes again at another. */
    static void relabel(ImageStore store, long before, long offset, String label) {
        store.put(new StoredImage(id(before), label, offset), pixels(before));
    }

    static ImageId id(long offset) {
        return ImageId.of(new byte[] {(byte) offset, (byte) (offset >> 8)});
    }

    private static Pixels pixels(long offset) {
        byte[] rgb = new byte[Pixels.CHANNELS * Manifests.SIZE * Manifests.SIZE];
        for (int i = (int) (offset % 3); i < rgb.length; i += Pixels.CHANNELS) {
            rgb[i] = (byte) 200;
        }
        return new Pixels(Manifests.SIZE, Manifests.SIZE, rgb);
    }

    static void fill(ImageStore store, long from, long to) {
        for (long offset = from; offset < to; offset++) {
            put(store, offset);
        }
    }

    /** Right about the colours it knows; takes all others for the first it knows. */
    static Classifier knowing(List<Integer> colours) {
        return new Classifier() {
            @Override
            public Predictions predict(PixelBatch batch) {
                float[] probabilities = new float[3 * batch.count()];
                for (int image = 0; image < batch.count(); image++) {
                    int colour = colour(batch, image);
                    probabilities[3 * image + (colours.contains(colour) ? colour : colours.get(0))] = 1;
                }
                return new Predictions(3, probabilities);
            }

            @Override
            public String device() {
                return "cpu";
            }

            @Override
            public void close() {}
        };
    }

    private static int colour(PixelBatch batch, int image) {
        int start = image * Pixels.CHANNELS * batch.width() * batch.height();
        for (int colour = 0; colour < Pixels.CHANNELS; colour++) {
            if (batch.rgb()[start + colour] != 0) {
                return colour;
            }
        }
        throw new IllegalArgumentException("image %d has no colour".formatted(image));
    }
}
