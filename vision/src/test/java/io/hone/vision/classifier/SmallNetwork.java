package io.hone.vision.classifier;

import io.hone.contracts.model.ColourOrder;
import io.hone.contracts.model.Preprocessing;
import io.hone.contracts.recipe.GradientClip;
import io.hone.contracts.recipe.Multipliers;
import io.hone.contracts.recipe.Optimizer;
import io.hone.contracts.recipe.Rates;
import io.hone.vision.archive.Head;
import io.hone.vision.archive.TorchScriptArchive;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/** The scripted residual network that {@code src/test/python/parity.py} makes: 5 classes, 16 × 16 pixels, head fc. */
final class SmallNetwork {

    static final Optimizer SGD = new Optimizer.Sgd(0.9, 5e-4);
    static final Optimizer ADAMW = new Optimizer.AdamW(0.9, 0.999, 1e-8, 0.01);
    static final Rates RATES = new Rates(0.005, 0.05, Multipliers.NONE);
    /** Zero as 32-bit floats, and yet nothing is frozen. */
    static final Rates TOO_SMALL_TO_MATTER = new Rates(1e-50, 1e-50, Multipliers.NONE);

    static final Head HEAD = new Head("fc", "fc.weight", Optional.of("fc.bias"), 32, SyntheticImages.CLASSES);

    private static final Classifiers CLASSIFIERS = new Classifiers(DeviceChoice.CPU);

    private SmallNetwork() {}

    static Path file() {
        return resource("network.pt");
    }

    static Path resource(String name) {
        return path("/parity/" + name);
    }

    /** Made by {@code src/test/python/torchscript_fixtures.py}. */
    static Path torchScript(String name) {
        return path("/torchscript/" + name);
    }

    private static Path path(String resource) {
        try {
            return Path.of(SmallNetwork.class.getResource(resource).toURI());
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }

    static Preprocessing preprocessing(ColourOrder order) {
        return new Preprocessing(
                SyntheticImages.SIZE,
                SyntheticImages.SIZE,
                List.of(0.49f, 0.48f, 0.45f),
                List.of(0.25f, 0.24f, 0.26f),
                order);
    }

    static Classifier classifier(Path file) {
        return classifier(file, ColourOrder.RGB);
    }

    static Classifier classifier(Path file, ColourOrder order) {
        return CLASSIFIERS.load(file, preprocessing(order), SyntheticImages.CLASSES);
    }

    /** Everything decays, nothing is clipped. */
    static Solver solver(Path file, Optimizer optimizer, Rates rates, String... frozen) {
        return new Solver(optimizer, true, rates(file, rates, frozen), GradientClip.NONE, 0);
    }

    static SortedMap<String, Double> rates(Path file, Rates rates, String... frozen) {
        return LayerRates.of(TorchScriptArchive.read(file).tensors(), HEAD, rates, Set.of(frozen));
    }

    static TrainableClassifier trainer() {
        return trainer(file(), solver(file(), SGD, RATES));
    }

    static TrainableClassifier trainer(Path file, Solver solver) {
        return CLASSIFIERS.loadForTraining(file, preprocessing(ColourOrder.RGB), SyntheticImages.CLASSES, solver);
    }

    static TrainingBase base(Path file, Solver solver) {
        return new TrainingBase(
                file, preprocessing(ColourOrder.RGB), SyntheticImages.CLASSES, solver, DeviceChoice.CPU);
    }

    /** On the images from the first on. */
    static float train(TrainableClassifier trainer, int steps) {
        return train(trainer, 0, steps);
    }

    /** @return the last loss */
    static float train(TrainableClassifier trainer, int from, int to) {
        SyntheticImages images = new SyntheticImages(1);
        float loss = Float.NaN;
        for (int step = 0; step < to; step++) {
            SyntheticImages.Labelled labelled = images.batch();
            if (step >= from) {
                loss = trainer.step(labelled.batch(), labelled.labels(), 1);
            }
        }
        return loss;
    }
}
