package io.hone.evaluator.drift;

import io.hone.images.Pixels;
import io.hone.vision.classifier.Classifier;
import io.hone.vision.classifier.PixelBatch;
import io.hone.vision.classifier.Predictions;
import java.util.List;

/**
 * Tells colours without a network.
 *
 * @param known of red 0, green 1, blue 2: it is right about these, and takes all others for the first of them
 */
record ColourClassifier(List<Integer> known) implements Classifier {

    private static final int COLOURS = 3;

    @Override
    public Predictions predict(PixelBatch batch) {
        float[] probabilities = new float[COLOURS * batch.count()];
        for (int image = 0; image < batch.count(); image++) {
            int colour = colour(batch, image);
            probabilities[COLOURS * image + (known.contains(colour) ? colour : known.get(0))] = 1;
        }
        return new Predictions(COLOURS, probabilities);
    }

    private static int colour(PixelBatch batch, int image) {
        int bytes = Pixels.CHANNELS * batch.width() * batch.height();
        long[] sums = new long[Pixels.CHANNELS];
        for (int i = 0; i < bytes; i++) {
            sums[i % Pixels.CHANNELS] += batch.rgb()[image * bytes + i] & 0xff;
        }
        int most = sums[1] > sums[0] ? 1 : 0;
        return sums[2] > sums[most] ? 2 : most;
    }

    @Override
    public String device() {
        return "cpu";
    }

    @Override
    public void close() {}
}
