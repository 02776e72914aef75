package io.hone.vision.classifier;

import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.IValueUtils;
import ai.djl.pytorch.jni.JniUtils;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A network in native memory, in evaluation mode unless {@link #trainingMode} says otherwise. */
final class TorchScriptModule implements AutoCloseable {

    private static final String[] NO_EXTRA_FILES = {};

    private final PtNDManager manager;
    private final PtSymbolBlock block;

    private TorchScriptModule(PtNDManager manager, PtSymbolBlock block) {
        this.manager = manager;
        this.block = block;
    }

    /**
     * @param learns whether gradients will be wanted: tensors loaded without cannot have any later
     * @throws UnusableModelException if the file is not there or the engine cannot load it
     */
    static TorchScriptModule load(Path torchScript, DeviceChoice choice, boolean learns) {
        requireReadable(torchScript);
        PtNDManager manager = TorchEngine.newManager(choice);
        try {
            // From the file: the engine's stream reader takes a short read for a full one.
            PtSymbolBlock block =
                    JniUtils.loadModule(manager, torchScript, true, NO_EXTRA_FILES, NO_EXTRA_FILES.clone(), learns);
            return new TorchScriptModule(manager, block);
        } catch (EngineException e) {
            manager.close();
            throw new UnusableModelException(
                    "%s cannot be loaded as TorchScript".formatted(torchScript.getFileName()), e);
        }
    }

    static void requireReadable(Path torchScript) {
        if (!Files.isReadable(torchScript)) {
            throw new UnusableModelException("there is no readable file %s".formatted(torchScript), true);
        }
    }

    /** Owns what lives as long as the network. */
    PtNDManager manager() {
        return manager;
    }

    /** @return under their names in the TorchScript file, such as {@code layer1.0.conv1.weight} */
    NDList parameters() {
        return JniUtils.moduleGetParams(block, manager);
    }

    /**
     * @param images N × 3 × height × width; the result belongs to the same manager
     * @param recorded for a backward pass
     * @return N × classes, before softmax
     */
    NDArray logits(NDArray images, int classes, boolean recorded) {
        return outputs(images, classes, recorded, "a classifier of %d classes");
    }

    /**
     * @param images N × 3 × height × width; the result belongs to the same manager
     * @return N × width
     */
    NDArray features(NDArray images, int width) {
        return outputs(images, width, false, "a backbone of %d features");
    }

    private NDArray outputs(NDArray images, int width, boolean recorded, String wanted) {
        JniUtils.setGraphExecutorOptimize(Boolean.getBoolean("ai.djl.pytorch.graph_optimizer"));
        NDList outputs = forward(images, recorded);
        Shape expected = new Shape(images.getShape().get(0), width);
        if (outputs.size() != 1 || !outputs.get(0).getShape().equals(expected)) {
            throw new UnusableModelException("the network answers %d image(s) with %s, %s with %s"
                    .formatted(expected.get(0), describe(outputs), wanted.formatted(width), expected));
        }
        return outputs.get(0);
    }

    private NDList forward(NDArray images, boolean recorded) {
        try {
            return IValueUtils.forward(block, new NDList(images), recorded);
        } catch (UnsupportedOperationException e) {
            throw new UnusableModelException(
                    "the network does not answer with tensors; one with auxiliary outputs must be scripted without", e);
        }
    }

    private static String describe(NDList outputs) {
        return outputs.size() == 1
                ? "a tensor of shape %s".formatted(outputs.get(0).getShape())
                : "%d tensors".formatted(outputs.size());
    }

    /** Batch normalisation learns and dropout drops. The loader always leaves evaluation mode behind. */
    void trainingMode() {
        JniUtils.enableTrainingMode(block);
    }

    void evaluationMode() {
        JniUtils.enableInferenceMode(block);
    }

    void write(OutputStream output) throws IOException {
        PatientOutputStream patient = new PatientOutputStream(output);
        JniUtils.writeModule(block, patient, false);
        patient.throwIfFailed();
    }

    String device() {
        return TorchEngine.nameOf(manager.getDevice());
    }

    @Override
    public void close() {
        manager.close();
    }
}
