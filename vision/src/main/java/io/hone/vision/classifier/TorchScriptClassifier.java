package io.hone.vision.classifier;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.hone.contracts.model.Preprocessing;

final class TorchScriptClassifier implements Classifier {

    private static final int CLASS_AXIS = 1;

    private final TorchScriptModule module;
    private final Normaliser normaliser;
    private final int classes;

    TorchScriptClassifier(TorchScriptModule module, Preprocessing preprocessing, int classes) {
        this.module = module;
        this.normaliser = new Normaliser(preprocessing, module.manager());
        this.classes = classes;
    }

    @Override
    public Predictions predict(PixelBatch batch) {
        return GradMode.unrecorded(() -> {
            try (NDManager memory = module.manager().newSubManager()) {
                NDArray logits = module.logits(normaliser.toInput(batch, memory), classes, false);
                return new Predictions(classes, logits.softmax(CLASS_AXIS).toFloatArray());
            }
        });
    }

    @Override
    public String device() {
        return module.device();
    }

    @Override
    public void close() {
        module.close();
    }
}
