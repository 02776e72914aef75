package io.hone.trainer.finetune;

import io.hone.images.Pixels;
import io.hone.vision.classifier.PixelBatch;
import io.hone.vision.classifier.Predictions;
import io.hone.vision.classifier.TrainableClassifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Looks how a network does on images that it is not trained on, as they are. */
final class Validator {

    /** So that a network that is sure and wrong has a finite loss. */
    private static final double LEAST_PROBABILITY = 1e-12;

    private final TrainingImages images;
    private final int[] positions;
    private final int batchSize;

    Validator(TrainingImages images, int[] positions, int batchSize) {
        this.images = images;
        this.positions = positions.clone();
        this.batchSize = batchSize;
    }

    /**
     * @param loss mean cross-entropy, in nats
     * @param accuracy 0 to 1
     */
    record Look(double loss, double accuracy) {}

    /** Empty when there are no images to look at. */
    Optional<Look> look(TrainableClassifier classifier) {
        if (positions.length == 0) {
            return Optional.empty();
        }
        double loss = 0;
        int right = 0;
        for (int from = 0; from < positions.length; from += batchSize) {
            int count = Math.min(batchSize, positions.length - from);
            Predictions predictions = classifier.predict(batch(from, count));
            for (int i = 0; i < count; i++) {
                int classId = images.classId(positions[from + i]);
                loss -= Math.log(Math.max(LEAST_PROBABILITY, predictions.probability(i, classId)));
                right += predictions.top(i) == classId ? 1 : 0;
            }
        }
        return Optional.of(new Look(loss / positions.length, right / (double) positions.length));
    }

    private PixelBatch batch(int from, int count) {
        List<Pixels> pixels = new ArrayList<>(count);
        for (int i = from; i < from + count; i++) {
            pixels.add(images.pixels(positions[i]));
        }
        return PixelBatch.of(pixels);
    }
}
