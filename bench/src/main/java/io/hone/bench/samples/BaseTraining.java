package io.hone.bench.samples;

import io.hone.bench.cifar.Cifar;
import io.hone.bench.cifar.Examples;
import io.hone.bench.training.Accuracy;
import io.hone.bench.training.GradientTraining;
import io.hone.bench.training.MemoryImages;
import io.hone.contracts.Json;
import io.hone.contracts.model.Classes;
import io.hone.contracts.recipe.Recipe;
import io.hone.trainer.finetune.Base;
import io.hone.trainer.finetune.Progress;
import io.hone.trainer.finetune.RunFolder;
import io.hone.trainer.plan.Slice;
import io.hone.vision.classifier.Classifiers;
import io.hone.vision.classifier.DeviceChoice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;

/** Trains the base of the samples from scratch on clean images, by the trainer's own code: a high rate, then a low one. */
final class BaseTraining {

    private static final Classes CLASSES = new Classes(SampleStream.KNOWN);
    private static final int FIRST_BATCH = 1;
    private static final int LAST_BATCH = 2;
    private static final double[] RATES = {0.05, 0.005};
    private static final int[] EPOCHS = {7, 2};

    private final Cifar cifar;
    private final Classifiers classifiers = new Classifiers(DeviceChoice.AUTO);

    BaseTraining(Cifar cifar) {
        this.cifar = cifar;
    }

    void train(Path untrained, Path folder) throws IOException {
        Files.createDirectories(folder);
        Path model = folder.resolve("model.pt");
        Path run = folder.resolve("run");
        Files.writeString(folder.resolve("synset.txt"), CLASSES.toSynset());
        Files.write(folder.resolve("preprocessing.json"), Json.writePretty(Cifar.PREPROCESSING));
        MemoryImages images =
                new MemoryImages(cifar.training(FIRST_BATCH, LAST_BATCH).of(CLASSES), CLASSES);
        Path from = untrained;
        for (int phase = 0; phase < RATES.length; phase++) {
            Path trained = train(from, run, images, recipe(RATES[phase], EPOCHS[phase]));
            Files.move(trained, model, StandardCopyOption.REPLACE_EXISTING);
            from = model;
        }
        new RunFolder(run).delete();
        Examples test = cifar.test().of(CLASSES);
        System.out.printf("accuracy on clean test images: %.4f%n", new Accuracy(classifiers).of(model, CLASSES, test));
    }

    private static Recipe recipe(double rate, int epochs) {
        return Recipe.of(Map.ofEntries(
                Map.entry("epochs", epochs),
                Map.entry("batch-size", 64),
                Map.entry("rates.backbone", rate),
                Map.entry("rates.head", rate),
                Map.entry("optimizer.weight-decay", 5e-4),
                Map.entry("optimizer.decay-all", true),
                Map.entry("schedule.name", "constant"),
                Map.entry("weights", "last"),
                Map.entry("validation.share", 0),
                Map.entry("augmentation.crop-padding", 4),
                Map.entry("seed", 1)));
    }

    private Path train(Path from, Path run, MemoryImages images, Recipe recipe) {
        return new GradientTraining(classifiers, BaseTraining::tell)
                .train(
                        Base.of(from, Optional.empty(), CLASSES, Cifar.PREPROCESSING),
                        recipe,
                        images,
                        Slice.of(images.classIds(), 0, recipe.seed()),
                        run)
                .trained()
                .torchScript();
    }

    private static void tell(Progress progress) {
        System.out.printf(
                "%d/%d loss %.3f, %.0f images/s%n",
                progress.iteration(), progress.iterations(), progress.loss(), progress.imagesPerSecond());
    }
}
