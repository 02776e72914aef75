package io.hone.vision.classifier;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import io.hone.contracts.Checks;
import io.hone.contracts.model.Preprocessing;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A network in native memory that learns, and what its optimizer remembers. */
final class Learner implements AutoCloseable {

    private static final double HIGHEST_FACTOR = 1000;

    private final TorchScriptModule module;
    private final int classes;
    private final Normaliser normaliser;
    private final Classifier classifier;
    private final OptimizerMemory memory;
    private final List<LearnedParameter> parameters;
    private final CrossEntropy loss;
    private final GradientClipper clipper;
    private long steps;

    /**
     * @param memory of the same manager as the module
     * @param steps that were taken so far
     */
    Learner(
            TorchScriptModule module,
            Preprocessing preprocessing,
            int classes,
            Solver solver,
            OptimizerMemory memory,
            long steps) {
        this.module = module;
        this.classes = classes;
        this.normaliser = new Normaliser(preprocessing, module.manager());
        this.classifier = new TorchScriptClassifier(module, preprocessing, classes);
        this.memory = memory;
        this.parameters = learned(module, solver, memory);
        this.loss = new CrossEntropy(solver.labelSmoothing());
        this.clipper = new GradientClipper(solver.clip());
        this.steps = steps;
        module.trainingMode();
    }

    /** The frozen ones get no gradient, which also spares the backward pass below the lowest one that learns. */
    private static List<LearnedParameter> learned(TorchScriptModule module, Solver solver, OptimizerMemory memory) {
        List<LearnedParameter> learned = new ArrayList<>();
        for (NDArray parameter : module.parameters()) {
            boolean learns = solver.learns(parameter.getName());
            if (parameter.getDataType().isFloating()) {
                parameter.setRequiresGradient(learns);
            }
            if (learns) {
                learned.add(new LearnedParameter((PtNDArray) parameter, solver, memory));
            }
        }
        return List.copyOf(learned);
    }

    /** As {@link TrainableClassifier#step}. */
    float step(PixelBatch batch, int[] labels, double rateFactor) {
        Checks.within("rate factor", rateFactor, 0, HIGHEST_FACTOR);
        long[] classIds = classIds(batch, labels);
        parameters.forEach(LearnedParameter::forgetGradient);
        // What drops units at random asks the engine's one generator: from a seed of its own each step can be repeated.
        JniUtils.setSeed(steps++);
        try (NDManager step = module.manager().newSubManager()) {
            NDArray input = normaliser.toInput(batch, step);
            float mean = GradMode.recorded(() -> backward(input, classIds));
            return GradMode.unrecorded(() -> {
                update(rateFactor, step);
                return mean;
            });
        }
    }

    /** Leaves the gradients with the parameters and returns the loss. */
    private float backward(NDArray input, long[] classIds) {
        PtNDArray mean = (PtNDArray) loss.mean(module.logits(input, classes, true), classIds);
        PtNDArray one = (PtNDArray) mean.getManager().ones(mean.getShape(), mean.getDataType());
        JniUtils.backward(mean, one, false, false);
        return mean.getFloat();
    }

    private void update(double rateFactor, NDManager step) {
        List<Gradient> gradients = parameters.stream()
                .map(parameter -> parameter.gradient(step))
                .flatMap(Optional::stream)
                .toList();
        clipper.clip(gradients).forEach(gradient -> gradient.parameter().update(gradient.values(), rateFactor));
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

    /** As {@link TrainableClassifier#predict}. */
    Predictions predict(PixelBatch batch) {
        module.evaluationMode();
        try {
            return classifier.predict(batch);
        } finally {
            module.trainingMode();
        }
    }

    /** The whole network as TorchScript, in evaluation mode. */
    void writeNetwork(OutputStream output) throws IOException {
        module.evaluationMode();
        try {
            module.write(output);
        } finally {
            module.trainingMode();
        }
    }

    OptimizerMemory memory() {
        return memory;
    }

    long steps() {
        return steps;
    }

    String device() {
        return module.device();
    }

    @Override
    public void close() {
        module.close();
    }
}
