package io.hone.vision.classifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.hone.contracts.recipe.GradientClip;
import io.hone.contracts.recipe.Optimizer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TorchScriptTrainerTest {

    private static final int BATCH_NORMS = 7;
    private static final int BUFFERS_OF_BATCH_NORM = 3;

    @TempDir
    Path folder;

    @Test
    void batchNormalisationLearnsItsRunningStatistics() throws IOException {
        // Given rates that change no weight
        Solver solver = SmallNetwork.solver(SmallNetwork.file(), SmallNetwork.SGD, SmallNetwork.TOO_SMALL_TO_MATTER);
        Path saved = folder.resolve("saved.pt");
        // When
        try (TrainableClassifier trainer = SmallNetwork.trainer(SmallNetwork.file(), solver)) {
            SmallNetwork.train(trainer, 3);
            trainer.save(saved);
        }
        // Then mean, variance and number of batches of every layer moved, and nothing else
        assertThat(Tensors.changed(SmallNetwork.file(), saved)).hasSize(BATCH_NORMS * BUFFERS_OF_BATCH_NORM);
    }

    @Test
    void theSameBatchesGiveTheSameFileBitForBit() throws IOException {
        // Given
        Path first = folder.resolve("first.pt");
        Path second = folder.resolve("second.pt");
        // When
        trainAndSave(first);
        trainAndSave(second);
        // Then
        assertThat(Tensors.changed(first, second)).isEmpty();
        assertThat(second).hasSameBinaryContentAs(first);
        assertThat(Tensors.changed(SmallNetwork.file(), first)).isNotEmpty();
    }

    @Test
    void trainersInTwoThreadsDoNotDisturbEachOther() throws Exception {
        // Given
        Path alone = folder.resolve("alone.pt");
        trainAndSave(alone);
        List<Path> together = List.of(folder.resolve("a.pt"), folder.resolve("b.pt"));
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            // When
            List<Callable<Path>> runs = together.stream()
                    .<Callable<Path>>map(file -> () -> trainAndSave(file))
                    .toList();
            for (Future<Path> run : threads.invokeAll(runs)) {
                // Then
                assertThat(Tensors.changed(alone, run.get())).isEmpty();
            }
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void parametersThatWereSavedFrozenLearn() throws IOException {
        // Given
        Path frozen = SmallNetwork.resource("dropping.pt");
        Path saved = folder.resolve("saved.pt");
        // When
        try (TrainableClassifier trainer =
                SmallNetwork.trainer(frozen, SmallNetwork.solver(frozen, SmallNetwork.SGD, SmallNetwork.RATES))) {
            SmallNetwork.train(trainer, 5);
            trainer.save(saved);
        }
        // Then
        assertThat(Tensors.changed(frozen, saved))
                .hasSameSizeAs(Tensors.of(frozen).keySet());
    }

    @Test
    void unitsAreDroppedAnewInEachStepAndTheSameInEveryRun() {
        // Given rates that change no weight, and one batch
        SyntheticImages.Labelled labelled = new SyntheticImages(1).batch();
        Path dropping = SmallNetwork.resource("dropping.pt");
        Solver solver = SmallNetwork.solver(dropping, SmallNetwork.SGD, SmallNetwork.TOO_SMALL_TO_MATTER);
        try (TrainableClassifier one = SmallNetwork.trainer(dropping, solver);
                TrainableClassifier other = SmallNetwork.trainer(dropping, solver)) {
            // When
            float first = one.step(labelled.batch(), labelled.labels(), 1);
            float second = one.step(labelled.batch(), labelled.labels(), 1);
            // Then
            assertThat(second).isNotEqualTo(first);
            assertThat(other.step(labelled.batch(), labelled.labels(), 1)).isEqualTo(first);
        }
    }

    @Test
    void savesAFileThatPredictsWhatWasLearnt() {
        // Given
        Path saved = folder.resolve("saved.pt");
        try (TrainableClassifier trainer = SmallNetwork.trainer()) {
            SmallNetwork.train(trainer, 60);
            // When
            trainer.save(saved);
        }
        // Then
        assertThat(accuracy(SmallNetwork.file())).isLessThan(0.5);
        assertThat(accuracy(saved)).isGreaterThan(0.9);
    }

    @Test
    void goesOnTrainingAfterASave() {
        // Given
        Path saved = folder.resolve("saved.pt");
        try (TrainableClassifier saving = SmallNetwork.trainer();
                TrainableClassifier notSaving = SmallNetwork.trainer()) {
            SmallNetwork.train(saving, 3);
            SmallNetwork.train(notSaving, 3);
            // When
            saving.save(saved);
            // Then
            assertThat(SmallNetwork.train(saving, 3)).isEqualTo(SmallNetwork.train(notSaving, 3));
        }
    }

    @Test
    void leavesNothingButTheFileBehindWhenItSaves() throws IOException {
        // Given
        Path saved = folder.resolve("saved.pt");
        Files.writeString(saved, "an older version");
        try (TrainableClassifier trainer = SmallNetwork.trainer()) {
            // When
            trainer.save(saved);
        }
        // Then
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(saved);
        }
        assertThat(accuracy(saved)).isCloseTo(accuracy(SmallNetwork.file()), within(0.0));
    }

    @Test
    void aLabelThatIsNoClassIsRefusedBeforeAnythingChanges() throws IOException {
        // Given
        Path saved = folder.resolve("saved.pt");
        SyntheticImages.Labelled labelled = new SyntheticImages(1).batch();
        labelled.labels()[3] = 5;
        try (TrainableClassifier trainer = SmallNetwork.trainer()) {
            // When
            assertThatThrownBy(() -> trainer.step(labelled.batch(), labelled.labels(), 1))
                    // Then
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("label 5 of image 3 is no class id, must be between 0 and 4");
            trainer.save(saved);
        }
        assertThat(Tensors.changed(SmallNetwork.file(), saved)).isEmpty();
    }

    @Test
    void everyImageNeedsALabel() {
        // Given
        SyntheticImages.Labelled labelled = new SyntheticImages(1).batch();
        try (TrainableClassifier trainer = SmallNetwork.trainer()) {
            // When
            assertThatThrownBy(() -> trainer.step(labelled.batch(), new int[3], 1))
                    // Then
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("3 labels for a batch of 16 images");
        }
    }

    @Test
    void aRateFactorBelowZeroIsRefused() {
        // Given
        SyntheticImages.Labelled labelled = new SyntheticImages(1).batch();
        try (TrainableClassifier trainer = SmallNetwork.trainer()) {
            // When
            assertThatThrownBy(() -> trainer.step(labelled.batch(), labelled.labels(), -0.1))
                    // Then
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("rate factor is -0.1, must be between 0.0 and 1000.0");
        }
    }

    @Test
    void onlyTensorsChangeInWhatIsSaved() throws IOException {
        // Given
        Path saved = folder.resolve("saved.pt");
        try (TrainableClassifier trainer = SmallNetwork.trainer()) {
            SmallNetwork.train(trainer, 2);
            // When
            trainer.save(saved);
        }
        // Then
        assertThat(Tensors.others(saved)).isNotEmpty().isEqualTo(Tensors.others(SmallNetwork.file()));
        assertThat(Tensors.changed(SmallNetwork.file(), saved)).isNotEmpty();
    }

    @Test
    void predictingInBetweenChangesNothing() throws IOException {
        // Given a network that normalises and one that drops
        for (Path network : List.of(SmallNetwork.file(), SmallNetwork.resource("dropping.pt"))) {
            Solver solver = SmallNetwork.solver(network, SmallNetwork.SGD, SmallNetwork.RATES);
            Path asked = folder.resolve("asked.pt");
            Path left = folder.resolve("left.pt");
            PixelBatch batch = new SyntheticImages(2).batch().batch();
            try (TrainableClassifier one = SmallNetwork.trainer(network, solver);
                    TrainableClassifier other = SmallNetwork.trainer(network, solver)) {
                SmallNetwork.train(one, 5);
                SmallNetwork.train(other, 5);
                // When
                one.predict(batch);
                // Then
                assertThat(SmallNetwork.train(one, 5, 10)).isEqualTo(SmallNetwork.train(other, 5, 10));
                one.predict(batch);
                one.save(asked);
                other.save(left);
                assertThat(asked).hasSameBinaryContentAs(left);
            }
        }
    }

    @Test
    void predictsWhatTheSavedFilePredicts() {
        // Given
        Path saved = folder.resolve("saved.pt");
        PixelBatch batch = new SyntheticImages(2).batch().batch();
        Path dropping = SmallNetwork.resource("dropping.pt");
        Solver solver = SmallNetwork.solver(dropping, SmallNetwork.ADAMW, SmallNetwork.RATES);
        try (TrainableClassifier trainer = SmallNetwork.trainer(dropping, solver)) {
            SmallNetwork.train(trainer, 10);
            trainer.save(saved);
            // When
            Predictions predictions = trainer.predict(batch);
            // Then
            try (Classifier classifier = SmallNetwork.classifier(saved)) {
                assertThat(predictions.probabilities())
                        .isEqualTo(classifier.predict(batch).probabilities());
            }
        }
    }

    @Test
    void keepsNoTensorOfAStep() {
        // Given
        GradientClip both = new GradientClip(0.1, 0.1);
        for (Optimizer optimizer : List.of(SmallNetwork.SGD, SmallNetwork.ADAMW)) {
            Solver solver = new Solver(
                    optimizer, false, SmallNetwork.rates(SmallNetwork.file(), SmallNetwork.RATES), both, 0.1);
            TrainingBase base = SmallNetwork.base(SmallNetwork.file(), solver);
            try (TorchScriptModule module = base.load();
                    TrainableClassifier trainer = new TorchScriptTrainer(base, module)) {
                SmallNetwork.train(trainer, 2);
                int before = module.manager().getManagedArrays().size();
                // When
                SmallNetwork.train(trainer, 200);
                // Then
                assertThat(module.manager().getManagedArrays()).hasSize(before);
            }
        }
    }

    private static Path trainAndSave(Path file) {
        try (TrainableClassifier trainer = SmallNetwork.trainer()) {
            SmallNetwork.train(trainer, 20);
            trainer.save(file);
        }
        return file;
    }

    /** On images that were not trained on. */
    private static double accuracy(Path file) {
        SyntheticImages.Labelled labelled = new SyntheticImages(2).batch();
        try (Classifier classifier = SmallNetwork.classifier(file)) {
            Predictions predictions = classifier.predict(labelled.batch());
            int right = 0;
            for (int i = 0; i < predictions.count(); i++) {
                right += predictions.top(i) == labelled.labels()[i] ? 1 : 0;
            }
            return (double) right / predictions.count();
        }
    }
}
