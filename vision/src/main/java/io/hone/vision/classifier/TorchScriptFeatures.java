package io.hone.vision.classifier;

import ai.djl.ndarray.NDManager;
import io.hone.contracts.model.Preprocessing;

/** A network whose head says what it hears: its outputs are its features. */
final class TorchScriptFeatures implements FeatureExtractor {

    private final TorchScriptModule module;
    private final Normaliser normaliser;
    private final int width;

    TorchScriptFeatures(TorchScriptModule module, Preprocessing preprocessing, int width) {
        this.module = module;
        this.normaliser = new Normaliser(preprocessing, module.manager());
        this.width = width;
    }

    @Override
    public int width() {
        return width;
    }

    @Override
    public float[] extract(PixelBatch batch) {
        return GradMode.unrecorded(() -> {
            try (NDManager memory = module.manager().newSubManager()) {
                return module.features(normaliser.toInput(batch, memory), width).toFloatArray();
            }
        });
    }

    @Override
    public void close() {
        module.close();
    }
}
