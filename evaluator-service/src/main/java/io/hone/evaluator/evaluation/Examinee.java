package io.hone.evaluator.evaluation;

import io.hone.registry.version.Manifest;
import io.hone.vision.classifier.Classifier;
import io.hone.vision.classifier.PixelBatch;
import io.hone.vision.classifier.Predictions;

/**
 * A version that is shown hold-out images. It is loaded when it is first asked, and holds native memory from then on
 * until it is closed: who is known to answer already is never loaded.
 */
final class Examinee implements AutoCloseable {

    private final Manifest manifest;
    private final VersionLoader loader;
    private Classifier classifier;

    Examinee(Manifest manifest, VersionLoader loader) {
        this.manifest = manifest;
        this.loader = loader;
    }

    Manifest manifest() {
        return manifest;
    }

    /** A second time it does nothing. */
    void load() {
        if (classifier == null) {
            classifier = loader.load(manifest);
        }
    }

    Predictions answer(PixelBatch batch) {
        load();
        return classifier.predict(batch);
    }

    @Override
    public void close() {
        if (classifier != null) {
            classifier.close();
        }
    }
}
