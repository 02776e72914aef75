package io.hone.evaluator.evaluation;

import io.hone.registry.version.Manifest;
import io.hone.vision.classifier.Classifier;

/** Brings a version to where it can answer. */
public interface VersionLoader {

    /** The caller closes it. */
    Classifier load(Manifest manifest);

    /** All that answers follow from beside version and image: the engine with its version, and the device. */
    String engine();

    /** The version will not be asked again soon: what was kept of it on this machine may go. */
    void forget(Manifest manifest);
}
