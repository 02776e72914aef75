package io.hone.evaluator.evaluation;

import io.hone.contracts.verdict.Measurement;
import io.hone.registry.version.Manifest;
import io.hone.vision.classifier.Classifier;
import io.hone.vision.classifier.PixelBatch;
import io.hone.vision.classifier.Predictions;
import io.hone.vision.store.StoredImage;
import java.util.List;
import java.util.OptionalInt;

/** A loaded version that is shown hold-out images, and its marks so far. Holds native memory until closed. */
final class Examinee implements AutoCloseable {

    private final Manifest manifest;
    private final Classifier classifier;
    private int images;
    private int correct;
    private long nanos;

    Examinee(Manifest manifest, Classifier classifier) {
        this.manifest = manifest;
        this.classifier = classifier;
    }

    /** @return for each image whether the version is right; about a label that it does not know it never is */
    boolean[] answer(PixelBatch batch, List<StoredImage> asked) {
        long start = System.nanoTime();
        Predictions predictions = classifier.predict(batch);
        nanos += System.nanoTime() - start;
        boolean[] right = new boolean[asked.size()];
        for (int i = 0; i < right.length; i++) {
            OptionalInt label = manifest.classes().idOf(asked.get(i).label());
            right[i] = label.isPresent() && label.getAsInt() == predictions.top(i);
            correct += right[i] ? 1 : 0;
        }
        images += right.length;
        return right;
    }

    Measurement marks() {
        return new Measurement(manifest.version(), images, correct, images == 0 ? 0 : nanos / 1e6 / images);
    }

    @Override
    public void close() {
        classifier.close();
    }
}
