package io.hone.bench.samples;

import io.hone.contracts.Json;
import io.hone.contracts.Sha256;
import io.hone.contracts.image.ImageId;
import io.hone.contracts.model.Classes;
import io.hone.contracts.model.ColourOrder;
import io.hone.contracts.model.ModelName;
import io.hone.contracts.model.Preprocessing;
import io.hone.contracts.recipe.Augmentation;
import io.hone.contracts.recipe.Length;
import io.hone.contracts.recipe.Optimizer;
import io.hone.contracts.recipe.Rates;
import io.hone.contracts.recipe.Recipe;
import io.hone.contracts.run.Trigger;
import io.hone.images.Pixels;
import io.hone.registry.version.Dataset;
import io.hone.trainer.finetune.FineTuning;
import io.hone.trainer.finetune.PlannedImage;
import io.hone.trainer.finetune.RunCancelledException;
import io.hone.trainer.finetune.RunPlan;
import io.hone.trainer.finetune.TrainingImages;
import io.hone.vision.archive.TorchScriptArchive;
import io.hone.vision.classifier.Classifier;
import io.hone.vision.classifier.Classifiers;
import io.hone.vision.classifier.DeviceChoice;
import io.hone.vision.classifier.PixelBatch;
import io.hone.vision.classifier.TrainableClassifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Trains the base of the samples from scratch on clean images, by the trainer's own code: a high rate, then a low one. */
final class BaseTraining {

    private static final Classes CLASSES = new Classes(SampleStream.KNOWN);
    private static final Preprocessing PREPROCESSING = new Preprocessing(
            Cifar.SIZE,
            Cifar.SIZE,
            List.of(0.4914f, 0.4822f, 0.4465f),
            List.of(0.247f, 0.243f, 0.261f),
            ColourOrder.RGB);
    private static final int[] TRAINING_BATCHES = {1, 2};
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
        Files.writeString(folder.resolve("synset.txt"), CLASSES.toSynset());
        Files.write(folder.resolve("preprocessing.json"), Json.writePretty(PREPROCESSING));
        Examples examples = new Examples(IntStream.of(TRAINING_BATCHES)
                .mapToObj(cifar::trainingBatch)
                .flatMap(List::stream)
                .filter(example -> CLASSES.idOf(example.label()).isPresent())
                .toList());
        Path from = untrained;
        for (int phase = 0; phase < RATES.length; phase++) {
            train(from, model, examples, RATES[phase], EPOCHS[phase]);
            from = model;
        }
        System.out.printf("accuracy on clean test images: %.4f%n", accuracy(model, cifar.test()));
    }

    private void train(Path from, Path to, Examples examples, double rate, int epochs) {
        Recipe recipe = new Recipe(
                new Length.Epochs(epochs),
                64,
                new Optimizer.Sgd(0.9, 5e-4),
                new Rates(rate, rate),
                new Augmentation(true, 4),
                0,
                1);
        FineTuning training = new FineTuning(
                plan(examples, recipe),
                PREPROCESSING,
                (iteration, of, loss, speed) ->
                        System.out.printf("%d/%d loss %.3f, %.0f images/s%n", iteration, of, loss, speed),
                () -> false,
                Clock.systemUTC());
        try (TrainableClassifier classifier = classifiers.loadForTraining(
                from,
                PREPROCESSING,
                CLASSES.size(),
                TorchScriptArchive.read(from).head(),
                recipe.optimizer())) {
            training.train(classifier, examples);
            classifier.save(to);
        } catch (RunCancelledException e) {
            throw new IllegalStateException("nobody cancels it", e);
        }
    }

    private static RunPlan plan(Examples examples, Recipe recipe) {
        List<PlannedImage> images = examples.examples.stream()
                .map(example -> new PlannedImage(ImageId.of(example.pixels().rgb()), example.label()))
                .toList();
        Dataset dataset = new Dataset("cifar-10", 0, images.size(), images.size(), 0, Map.of(), Sha256.of(""));
        return new RunPlan("base", new ModelName("cifar"), 1, Trigger.PERSON, Instant.EPOCH, recipe, dataset, images);
    }

    private double accuracy(Path model, List<Cifar.Example> all) {
        List<Cifar.Example> examples = all.stream()
                .filter(example -> CLASSES.idOf(example.label()).isPresent())
                .toList();
        int batchSize = 100;
        int correct = 0;
        try (Classifier classifier = classifiers.load(model, PREPROCESSING, CLASSES.size())) {
            for (int from = 0; from < examples.size(); from += batchSize) {
                List<Cifar.Example> batch = examples.subList(from, Math.min(examples.size(), from + batchSize));
                var predictions = classifier.predict(
                        PixelBatch.of(batch.stream().map(Cifar.Example::pixels).toList()));
                for (int i = 0; i < batch.size(); i++) {
                    if (CLASSES.label(predictions.top(i)).equals(batch.get(i).label())) {
                        correct++;
                    }
                }
            }
        }
        return (double) correct / examples.size();
    }

    private record Examples(List<Cifar.Example> examples) implements TrainingImages {

        @Override
        public int count() {
            return examples.size();
        }

        @Override
        public Pixels pixels(int position) {
            return examples.get(position).pixels();
        }

        @Override
        public int classId(int position) {
            return CLASSES.idOf(examples.get(position).label()).orElseThrow();
        }
    }
}
