package io.hone.vision.classifier;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import io.hone.contracts.model.Preprocessing;
import io.hone.contracts.recipe.Optimizer;
import io.hone.contracts.recipe.Rates;
import io.hone.vision.archive.Head;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

final class TorchScriptTrainer implements TrainableClassifier {

    private final TorchScriptModule module;
    private final Normaliser normaliser;
    private final int classes;
    private final List<LearnedParameter> parameters;
    private long steps;

    /** @throws UnusableModelException if the network does not have the head's parameters */
    TorchScriptTrainer(
            TorchScriptModule module, Preprocessing preprocessing, int classes, Head head, Optimizer optimizer) {
        this.module = module;
        this.normaliser = new Normaliser(preprocessing, module.manager());
        this.classes = classes;
        this.parameters = LearnedParameter.of(module, head, optimizer);
        module.trainingMode();
    }

    @Override
    public float step(PixelBatch batch, int[] labels, Rates rates) {
        long[] classIds = classIds(batch, labels);
        parameters.forEach(parameter -> parameter.prepare(rates));
        // What drops units at random asks the engine's one generator: from a seed of its own each step can be repeated.
        JniUtils.setSeed(steps++);
        try (NDManager memory = module.manager().newSubManager()) {
            NDArray input = normaliser.toInput(batch, memory);
            float loss = GradMode.recorded(() -> gradients(input, classIds));
            return GradMode.unrecorded(() -> {
                parameters.forEach(parameter -> parameter.update(rates));
                return loss;
            });
        }
    }

    /** Leaves the gradients with the parameters and returns the loss. */
    private float gradients(NDArray input, long[] classIds) {
        PtNDArray loss = (PtNDArray) CrossEntropy.mean(module.logits(input, classes, true), classIds);
        PtNDArray one = (PtNDArray) loss.getManager().ones(loss.getShape(), loss.getDataType());
        JniUtils.backward(loss, one, false, false);
        return loss.getFloat();
    }

    private long[] classIds(PixelBatch batch, int[] labels) {
        if (labels.length != batch.count()) {
            throw new IllegalArgumentException(
                    "%d labels for a batch of %d images".formatted(labels.length, batch.count()));
        }
        long[] classIds = new long[labels.length];
        for (int i = 0; i < labels.length; i++) {
            if (labels[i] < 0 || labels[i] >= classes) {
                throw new IllegalArgumentException("label %d of image %d is no class id, must be between 0 and %d"
                        .formatted(labels[i], i, classes - 1));
            }
            classIds[i] = labels[i];
        }
        return classIds;
    }

    @Override
    public void save(Path torchScript) {
        try {
            Path written = torchScript.resolveSibling(torchScript.getFileName() + ".part");
            try {
                write(written);
                Files.move(written, torchScript, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(written);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("%s cannot be written".formatted(torchScript), e);
        }
    }

    private void write(Path file) throws IOException {
        parameters.forEach(LearnedParameter::unfreeze);
        module.evaluationMode();
        try (OutputStream output = new BufferedOutputStream(Files.newOutputStream(file))) {
            module.write(output);
        } finally {
            module.trainingMode();
        }
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
