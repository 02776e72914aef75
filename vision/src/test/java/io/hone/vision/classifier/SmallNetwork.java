package io.hone.vision.classifier;

import io.hone.contracts.model.ColourOrder;
import io.hone.contracts.model.Preprocessing;
import io.hone.contracts.recipe.Multipliers;
import io.hone.contracts.recipe.Optimizer;
import io.hone.contracts.recipe.Rates;
import io.hone.vision.archive.Head;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The scripted residual network that {@code src/test/python/parity.py} makes: 5 classes, 16 × 16 pixels, head fc. */
final class SmallNetwork {

    static final Optimizer SGD = new Optimizer.Sgd(0.9, 5e-4);
    static final Rates RATES = new Rates(0.005, 0.05, Multipliers.NONE);
    static final Head HEAD = new Head("fc", "fc.weight", Optional.of("fc.bias"), 32, SyntheticImages.CLASSES);

    private static final Classifiers CLASSIFIERS = new Classifiers(DeviceChoice.CPU);

    private SmallNetwork() {}

    static Path file() {
        return resource("network.pt");
    }

    static Path resource(String name) {
        try {
            return Path.of(SmallNetwork.class.getResource("/parity/" + name).toURI());
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

    static TrainableClassifier trainerOn(TorchScriptModule module) {
        return new TorchScriptTrainer(module, preprocessing(ColourOrder.RGB), SyntheticImages.CLASSES, HEAD, SGD);
    }

    static TrainableClassifier trainer(Optimizer optimizer) {
        return trainer(file(), optimizer);
    }

    static TrainableClassifier trainer(Path file, Optimizer optimizer) {
        return CLASSIFIERS.loadForTraining(
                file, preprocessing(ColourOrder.RGB), SyntheticImages.CLASSES, HEAD, optimizer);
    }

    /** @return the last loss */
    static float train(TrainableClassifier trainer, int steps, Rates rates) {
        SyntheticImages images = new SyntheticImages(1);
        float loss = Float.NaN;
        for (int step = 0; step < steps; step++) {
            SyntheticImages.Labelled labelled = images.batch();
            loss = trainer.step(labelled.batch(), labelled.labels(), rates);
        }
        return loss;
    }
}
