package io.hone.vision.classifier;

import io.hone.vision.archive.WeightLaying;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

final class TorchScriptTrainer implements TrainableClassifier {

    private final TrainingBase base;
    private final TrainingSnapshot snapshot;
    private Learner learner;

    TorchScriptTrainer(TrainingBase base, TorchScriptModule module) {
        this.base = base;
        this.snapshot = new TrainingSnapshot(base);
        this.learner = base.learner(module, OptimizerMemory.empty(module.manager()), 0);
    }

    @Override
    public float step(PixelBatch batch, int[] labels, double rateFactor) {
        return learner.step(batch, labels, rateFactor);
    }

    @Override
    public Predictions predict(PixelBatch batch) {
        return learner.predict(batch);
    }

    @Override
    public void save(Path torchScript) {
        Path weights = torchScript.resolveSibling(torchScript.getFileName() + ".weights");
        try {
            try {
                DurableFiles.write(weights, learner::writeNetwork);
                WeightLaying.lay(base.torchScript(), weights, torchScript);
            } finally {
                Files.deleteIfExists(weights);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("%s cannot be written".formatted(torchScript), e);
        }
    }

    @Override
    public void snapshot(Path directory) {
        snapshot.write(learner, directory);
    }

    @Override
    public void resume(Path directory) {
        Learner resumed = snapshot.read(directory);
        learner.close();
        learner = resumed;
    }

    @Override
    public String device() {
        return learner.device();
    }

    @Override
    public void close() {
        learner.close();
    }
}
