package io.hone.vision.classifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.hone.contracts.recipe.Multipliers;
import io.hone.contracts.recipe.Rates;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
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
    private static final int HEAD_TENSORS = 2;

    @TempDir
    Path folder;

    @Test
    void batchNormalisationLearnsItsRunningStatistics() throws IOException {
        // Given a rate that changes no weight
        Rates tooSmallToMatter = new Rates(0, 1e-30, Multipliers.NONE);
        Path saved = folder.resolve("saved.pt");
        // When
        try (TrainableClassifier trainer = SmallNetwork.trainer(SmallNetwork.SGD)) {
            SmallNetwork.train(trainer, 3, tooSmallToMatter);
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
    void rateZeroLeavesTheBackboneAsItIs() throws IOException {
        // Given
        Path backboneStill = folder.resolve("still.pt");
        // When
        try (TrainableClassifier trainer = SmallNetwork.trainer(SmallNetwork.SGD)) {
            SmallNetwork.train(trainer, 5, new Rates(0, 0.05, Multipliers.NONE));
            trainer.save(backboneStill);
        }
        // Then the head's two tensors moved and the running statistics
        assertThat(Tensors.changed(SmallNetwork.file(), backboneStill))
                .hasSize(HEAD_TENSORS + BATCH_NORMS * BUFFERS_OF_BATCH_NORM);
    }

    @Test
    void aBackboneThatStoodStillLearnsOnceItsRateRises() throws IOException {
        // Given
        Path saved = folder.resolve("saved.pt");
        try (TrainableClassifier trainer = SmallNetwork.trainer(SmallNetwork.SGD)) {
            SmallNetwork.train(trainer, 2, new Rates(0, 0.05, Multipliers.NONE));
            // When
            SmallNetwork.train(trainer, 2, SmallNetwork.RATES);
            trainer.save(saved);
        }
        // Then
        Map<String, byte[]> tensors = Tensors.of(saved);
        assertThat(Tensors.changed(SmallNetwork.file(), saved)).hasSameSizeAs(tensors.keySet());
    }

    @Test
    void parametersThatWereSavedFrozenLearn() throws IOException {
        // Given
        Path frozen = SmallNetwork.resource("dropping.pt");
        Path saved = folder.resolve("saved.pt");
        // When
        try (TrainableClassifier trainer = SmallNetwork.trainer(frozen, SmallNetwork.SGD)) {
            SmallNetwork.train(trainer, 5, SmallNetwork.RATES);
            trainer.save(saved);
        }
        // Then
        assertThat(Tensors.changed(frozen, saved))
                .hasSameSizeAs(Tensors.of(frozen).keySet());
    }

    @Test
    void unitsAreDroppedAnewInEachStepAndTheSameInEveryRun() {
        // Given a rate that changes no weight, and one batch
        Rates tooSmallToMatter = new Rates(0, 1e-30, Multipliers.NONE);
        SyntheticImages.Labelled labelled = new SyntheticImages(1).batch();
        Path dropping = SmallNetwork.resource("dropping.pt");
        try (TrainableClassifier one = SmallNetwork.trainer(dropping, SmallNetwork.SGD);
                TrainableClassifier other = SmallNetwork.trainer(dropping, SmallNetwork.SGD)) {
            // When
            float first = one.step(labelled.batch(), labelled.labels(), tooSmallToMatter);
            float second = one.step(labelled.batch(), labelled.labels(), tooSmallToMatter);
            // Then
            assertThat(second).isNotEqualTo(first);
            assertThat(other.step(labelled.batch(), labelled.labels(), tooSmallToMatter))
                    .isEqualTo(first);
        }
    }

    @Test
    void savesAFileThatPredictsWhatWasLearnt() {
        // Given
        Path saved = folder.resolve("saved.pt");
        try (TrainableClassifier trainer = SmallNetwork.trainer(SmallNetwork.SGD)) {
            SmallNetwork.train(trainer, 60, SmallNetwork.RATES);
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
        try (TrainableClassifier saving = SmallNetwork.trainer(SmallNetwork.SGD);
                TrainableClassifier notSaving = SmallNetwork.trainer(SmallNetwork.SGD)) {
            SmallNetwork.train(saving, 3, SmallNetwork.RATES);
            SmallNetwork.train(notSaving, 3, SmallNetwork.RATES);
            // When
            saving.save(saved);
            // Then
            assertThat(SmallNetwork.train(saving, 3, SmallNetwork.RATES))
                    .isEqualTo(SmallNetwork.train(notSaving, 3, SmallNetwork.RATES));
        }
    }

    @Test
    void leavesNothingButTheFileBehindWhenItSaves() throws IOException {
        // Given
        Path saved = folder.resolve("saved.pt");
        Files.writeString(saved, "an older version");
        try (TrainableClassifier trainer = SmallNetwork.trainer(SmallNetwork.SGD)) {
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
        try (TrainableClassifier trainer = SmallNetwork.trainer(SmallNetwork.SGD)) {
            // When
            assertThatThrownBy(() -> trainer.step(labelled.batch(), labelled.labels(), SmallNetwork.RATES))
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
        try (TrainableClassifier trainer = SmallNetwork.trainer(SmallNetwork.SGD)) {
            // When
            assertThatThrownBy(() -> trainer.step(labelled.batch(), new int[3], SmallNetwork.RATES))
                    // Then
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("3 labels for a batch of 16 images");
        }
    }

    @Test
    void keepsNoTensorOfAStep() {
        // Given
        try (TorchScriptModule module = TorchScriptModule.load(SmallNetwork.file(), DeviceChoice.CPU, true);
                TrainableClassifier trainer = SmallNetwork.trainerOn(module)) {
            SmallNetwork.train(trainer, 2, SmallNetwork.RATES);
            int before = module.manager().getManagedArrays().size();
            // When
            SmallNetwork.train(trainer, 200, SmallNetwork.RATES);
            // Then
            assertThat(module.manager().getManagedArrays()).hasSize(before);
        }
    }

    private static Path trainAndSave(Path file) {
        try (TrainableClassifier trainer = SmallNetwork.trainer(SmallNetwork.SGD)) {
            SmallNetwork.train(trainer, 20, SmallNetwork.RATES);
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
