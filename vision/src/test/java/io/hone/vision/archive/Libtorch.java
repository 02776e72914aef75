package io.hone.vision.archive;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.IValueUtils;
import ai.djl.pytorch.jni.JniUtils;
import io.hone.vision.classifier.Classifiers;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/** A network in the engine itself, with nothing of ours between: four random images of 32 × 32 pixels go in. */
final class Libtorch implements AutoCloseable {

    static final int IMAGES = 4;
    private static final int SIZE = 32;
    private static final float RATE = 0.01f;

    private final PtNDManager manager = newManager();
    private final PtSymbolBlock block;

    Libtorch(Path file) {
        block = JniUtils.loadModule(manager, file, true, new String[0], new String[0], true);
    }

    private static PtNDManager newManager() {
        // Sets the engine up as the product does.
        Classifiers.engineVersion();
        NDManager manager = Engine.getEngine("PyTorch").newBaseManager();
        return (PtNDManager) manager;
    }

    static float[] logits(Path file) {
        try (Libtorch network = new Libtorch(file)) {
            return network.logits();
        }
    }

    /** In evaluation mode unless {@link #trainingMode} was called, which dropout and BatchNorm notice. */
    float[] logits() {
        try (NDManager memory = manager.newSubManager()) {
            return forward(memory, false).toFloatArray();
        }
    }

    Libtorch trainingMode() {
        JniUtils.enableTrainingMode(block);
        return this;
    }

    /** Plain gradient descent on everything. */
    Libtorch train(int steps) {
        trainingMode();
        for (int step = 0; step < steps; step++) {
            try (NDManager memory = manager.newSubManager()) {
                backward(memory);
                updateAll();
            }
        }
        return this;
    }

    void save(Path to) throws IOException {
        JniUtils.enableInferenceMode(block);
        try (OutputStream out = Files.newOutputStream(to)) {
            JniUtils.writeModule(block, out, false);
        }
    }

    private void backward(NDManager memory) {
        boolean before = JniUtils.isGradMode();
        JniUtils.setGradMode(true);
        try {
            NDArray labels = memory.create(new long[] {0, 1, 0, 1}, new Shape(IMAGES, 1));
            PtNDArray loss = (PtNDArray)
                    forward(memory, true).logSoftmax(1).gather(labels, 1).mean().neg();
            JniUtils.backward(loss, (PtNDArray) memory.ones(loss.getShape()), false, false);
        } finally {
            JniUtils.setGradMode(before);
        }
    }

    private void updateAll() {
        boolean before = JniUtils.isGradMode();
        JniUtils.setGradMode(false);
        try {
            for (NDArray parameter : JniUtils.moduleGetParams(block, manager)) {
                PtNDArray weight = (PtNDArray) parameter;
                if (weight.getDataType().isFloating()) {
                    update(weight);
                }
            }
        } finally {
            JniUtils.setGradMode(before);
        }
    }

    private static void update(PtNDArray weight) {
        try (PtNDArray gradient = JniUtils.getGradient(weight)) {
            if (gradient != null) {
                JniUtils.sgdUpdate(weight, gradient, null, RATE, 0, 1, -1, 0);
                JniUtils.zeroGrad(weight);
            }
        }
    }

    private NDArray forward(NDManager memory, boolean recorded) {
        JniUtils.setGraphExecutorOptimize(false);
        Random random = new Random(2);
        float[] pixels = new float[IMAGES * 3 * SIZE * SIZE];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = 2 * random.nextFloat() - 1;
        }
        NDArray images = memory.create(pixels, new Shape(IMAGES, 3, SIZE, SIZE));
        return IValueUtils.forward(block, new NDList(images), recorded).singletonOrThrow();
    }

    @Override
    public void close() {
        manager.close();
    }
}
