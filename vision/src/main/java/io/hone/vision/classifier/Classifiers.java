package io.hone.vision.classifier;

import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.hone.contracts.Checks;
import io.hone.contracts.model.Preprocessing;
import io.hone.images.Pixels;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Loads versions for prediction and for training. Every loaded one is tried on a blank image first. */
public final class Classifiers {

    private static final int FEWEST_CLASSES = 2;

    private final DeviceChoice choice;

    public Classifiers(DeviceChoice choice) {
        this.choice = choice;
    }

    /** Name and version of the engine; loads it if need be. */
    public static String engineVersion() {
        return TorchEngine.version();
    }

    /**
     * Where they compute, such as {@code cpu} or {@code gpu(0)}. Starts the engine: without native libraries for this
     * machine, or without the chosen device, it fails here.
     */
    public String device() {
        try (NDManager manager = TorchEngine.newManager(choice)) {
            return TorchEngine.nameOf(manager.getDevice());
        }
    }

    /** @throws UnusableModelException if the file is no classifier of that many classes for images of that size */
    public Classifier load(Path torchScript, Preprocessing preprocessing, int classes) {
        TorchScriptModule module = TorchScriptModule.load(torchScript, choice, false);
        return closeUnless(module, () -> {
            requireClassifier(module, preprocessing, classes);
            return new TorchScriptClassifier(module, preprocessing, classes);
        });
    }

    /**
     * Layers without a learning rate are frozen: nothing is computed for them beyond what they answer, and the
     * statistics of their batch normalisation stay.
     *
     * @param torchScript stays where it is until the last {@link TrainableClassifier#save}
     * @throws UnusableModelException if the file is no classifier of that many classes for images of that size, does not
     *     have the solver's parameters, or cannot learn because it was traced or frozen for inference
     * @throws io.hone.vision.archive.NotTorchScriptException if the file is none that can be trusted
     */
    public TrainableClassifier loadForTraining(
            Path torchScript, Preprocessing preprocessing, int classes, Solver solver) {
        TrainingBase base = new TrainingBase(torchScript, preprocessing, classes, solver, choice);
        TorchScriptModule module = base.load();
        return closeUnless(module, () -> {
            requireClassifier(module, preprocessing, classes);
            return new TorchScriptTrainer(base, module);
        });
    }

    private static <T> T closeUnless(TorchScriptModule module, Supplier<T> usable) {
        try {
            return usable.get();
        } catch (RuntimeException e) {
            module.close();
            throw e;
        }
    }

    /**
     * @param torchScript whose outputs are its features
     * @throws UnusableModelException if the file does not answer images of that size with that many features
     */
    public FeatureExtractor loadFeatures(Path torchScript, Preprocessing preprocessing, int width) {
        Checks.atLeast("width", width, 1);
        TorchScriptModule module = TorchScriptModule.load(torchScript, choice, false);
        return closeUnless(module, () -> {
            tryOnBlank(module, preprocessing, image -> module.features(image, width));
            return new TorchScriptFeatures(module, preprocessing, width);
        });
    }

    private static void requireClassifier(TorchScriptModule module, Preprocessing preprocessing, int classes) {
        Checks.atLeast("classes", classes, FEWEST_CLASSES);
        tryOnBlank(module, preprocessing, image -> module.logits(image, classes, false));
    }

    private static void tryOnBlank(TorchScriptModule module, Preprocessing preprocessing, Consumer<NDArray> network) {
        Shape one = new Shape(1, Pixels.CHANNELS, preprocessing.height(), preprocessing.width());
        try (NDManager memory = module.manager().newSubManager()) {
            network.accept(memory.zeros(one));
        } catch (EngineException e) {
            throw new UnusableModelException(
                    "the network does not run on an image of %d × %d pixels"
                            .formatted(preprocessing.width(), preprocessing.height()),
                    e);
        }
    }
}
