package io.hone.trainer.finetune;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hone.contracts.image.ImageId;
import io.hone.contracts.model.ColourOrder;
import io.hone.contracts.model.Preprocessing;
import io.hone.contracts.recipe.Recipe;
import io.hone.contracts.run.CurvePoint;
import io.hone.images.Pixels;
import io.hone.trainer.plan.Plans;
import io.hone.vision.classifier.PixelBatch;
import io.hone.vision.classifier.Predictions;
import io.hone.vision.classifier.TrainableClassifier;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FineTuningTest {

    private static final int SIZE = 8;
    private static final int CLASSES = 4;
    private static final Preprocessing PREPROCESSING =
            new Preprocessing(SIZE, SIZE, List.of(0f, 0f, 0f), List.of(1f, 1f, 1f), ColourOrder.RGB);

    /**
     * Remembers what it was shown; its loss is the number of the step, and it is right about as many of {@code CLASSES}
     * validation images as {@code right} says after so many steps.
     */
    private static final class Remembering implements TrainableClassifier {

        final List<int[]> labels = new ArrayList<>();
        final List<PixelBatch> batches = new ArrayList<>();
        final List<Double> factors = new ArrayList<>();
        int[] right = {};
        float lossAtStepThree = 3;
        int steps;

        @Override
        public float step(PixelBatch batch, int[] batchLabels, double rateFactor) {
            batches.add(batch);
            labels.add(batchLabels);
            factors.add(rateFactor);
            steps++;
            return steps == 3 ? lossAtStepThree : steps;
        }

        /** The class of an image is its position modulo the classes, and its pixels tell the position. */
        @Override
        public Predictions predict(PixelBatch batch) {
            float[] probabilities = new float[batch.count() * CLASSES];
            for (int i = 0; i < batch.count(); i++) {
                int classId = batch.rgb()[i * 3 * SIZE * SIZE] % CLASSES;
                boolean knows = classId < right[steps - 1];
                probabilities[i * CLASSES + (knows ? classId : (classId + 1) % CLASSES)] = 1;
            }
            return new Predictions(CLASSES, probabilities);
        }

        @Override
        public void save(Path torchScript) {
            write(torchScript);
        }

        @Override
        public void snapshot(Path directory) {
            write(directory);
        }

        private void write(Path file) {
            try {
                Files.writeString(file, String.valueOf(steps));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void resume(Path directory) {
            try {
                steps = Integer.parseInt(Files.readString(directory));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public String device() {
            return "cpu";
        }

        @Override
        public void close() {}
    }

    private record Numbered(int count) implements TrainingImages {

        @Override
        public ImageId id(int position) {
            return ImageId.of(new byte[] {(byte) position});
        }

        @Override
        public Pixels pixels(int position) {
            byte[] rgb = new byte[3 * SIZE * SIZE];
            Arrays.fill(rgb, (byte) position);
            return new Pixels(SIZE, SIZE, rgb);
        }

        @Override
        public Set<ImageId> stored() {
            return Set.of();
        }

        @Override
        public int classId(int position) {
            return position % CLASSES;
        }
    }

    @TempDir
    Path folder;

    private final List<Progress> told = new ArrayList<>();
    private Remembering classifier = new Remembering();
    private int images = 16;
    private int cancelAfter = Integer.MAX_VALUE;
    private Duration snapshotEvery = Duration.ofDays(1);

    /** A tenth of a second passes each time anybody looks at the clock. */
    private Instant now = Instant.parse("2026-11-22T10:15:30Z");

    private Trained train(int iterations, Map<String, ?> settings) throws RunCancelledException {
        Recipe recipe = Plans.recipe(settings);
        return new FineTuning(
                        "run-1",
                        recipe,
                        iterations,
                        PREPROCESSING,
                        new RunFolder(folder),
                        snapshotEvery,
                        told::add,
                        () -> classifier.steps >= cancelAfter,
                        () -> now = now.plusMillis(100))
                .train(classifier, new Numbered(images));
    }

    private static int weights(Trained trained) throws IOException {
        return Integer.parseInt(Files.readString(trained.torchScript()));
    }

    @Test
    void anEpochShowsEachImageOnceWithItsLabel() throws RunCancelledException {
        // When
        train(8, Map.of("augmentation.flip", false, "augmentation.crop", "none"));

        // Then
        List<Integer> shown = new ArrayList<>();
        for (PixelBatch batch : classifier.batches.subList(0, 4)) {
            for (int i = 0; i < batch.count(); i++) {
                shown.add((int) batch.rgb()[i * 3 * SIZE * SIZE]);
            }
        }
        assertThat(shown).containsExactlyInAnyOrder(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15);
        assertThat(classifier.labels.get(0))
                .containsExactly(shown.subList(0, 4).stream()
                        .mapToInt(position -> position % CLASSES)
                        .toArray());
    }

    @Test
    void theRatesFollowTheSchedule() throws RunCancelledException {
        // When
        train(4, Map.of("schedule.name", "step", "schedule.steps", "0.5"));

        // Then
        assertThat(classifier.factors).containsExactly(1.0, 1.0, 0.1, 0.1);
    }

    @Test
    void progressIsToldAtTheFirstStepAboutEverySecondAndAtTheEnd() throws RunCancelledException {
        // When
        train(40, Map.of("validation.times", 1));

        // Then
        assertThat(told.get(0).iteration()).isEqualTo(1);
        assertThat(told.get(told.size() - 1).iteration()).isEqualTo(40);
        assertThat(told).hasSizeBetween(3, 20);
    }

    @Test
    void theCurveHasItsPointsWhereTheRecipeSays() throws RunCancelledException {
        // Given: 4 of 16 images are held back, one of each class
        classifier.right = new int[] {0, 0, 0, 1, 0, 0, 0, 3, 0, 2};

        // When
        Trained trained = train(10, Map.of("validation.share", 0.25, "validation.times", 3, "weights", "last"));

        // Then: loss is the mean of the steps since the point before
        assertThat(trained.curve()).extracting(CurvePoint::iteration).containsExactly(4, 7, 10);
        assertThat(trained.curve()).extracting(CurvePoint::loss).containsExactly(2.5, 6.0, 9.0);
        assertThat(trained.curve())
                .extracting(point -> point.validationAccuracy().orElseThrow())
                .containsExactly(0.25, 0.0, 0.5);
        assertThat(told.stream().flatMap(progress -> progress.point().stream()))
                .containsExactlyElementsOf(trained.curve());
    }

    @Test
    void imagesHeldBackAreNeverTrainedOn() throws RunCancelledException {
        // Given
        classifier.right = new int[60];

        // When
        train(60, Map.of("validation.share", 0.25, "augmentation.flip", false, "augmentation.crop", "none"));

        // Then
        assertThat(classifier.batches.stream()
                        .flatMap(batch ->
                                IntStream.range(0, batch.count()).mapToObj(i -> batch.rgb()[i * 3 * SIZE * SIZE]))
                        .distinct())
                .hasSize(12);
    }

    @Test
    void theBestWeightsBecomeTheCandidate() throws Exception {
        // Given
        classifier.right = new int[] {1, 3, 3, 2};

        // When
        Trained trained = train(4, Map.of("validation.share", 0.25, "validation.times", 4));

        // Then: of equals the later
        assertThat(weights(trained)).isEqualTo(3);
        assertThat(trained.keptIteration()).isEqualTo(3);
        assertThat(trained.validationAccuracy()).contains(0.75);
    }

    @Test
    void theLastWeightsBecomeTheCandidateWhenAskedFor() throws Exception {
        // Given
        classifier.right = new int[] {1, 3, 3, 2};

        // When
        Trained trained = train(4, Map.of("validation.share", 0.25, "validation.times", 4, "weights", "last"));

        // Then
        assertThat(weights(trained)).isEqualTo(4);
        assertThat(trained.validationAccuracy()).contains(0.5);
    }

    @Test
    void aRunThatGetsNoBetterEndsEarly() throws Exception {
        // Given
        classifier.right = new int[] {1, 3, 2, 2, 4, 4};

        // When
        Trained trained = train(6, Map.of("validation.share", 0.25, "validation.times", 6, "validation.patience", 2));

        // Then
        assertThat(trained.iterations()).isEqualTo(4);
        assertThat(weights(trained)).isEqualTo(2);
    }

    @Test
    void withoutAnythingToLookAtPatienceEndsNothing() throws RunCancelledException {
        // Given: too few images of each class to hold one back

        // When
        Trained trained = train(12, Map.of("validation.share", 0.1, "validation.times", 6, "validation.patience", 2));

        // Then
        assertThat(trained.iterations()).isEqualTo(12);
    }

    @Test
    void aSnapshotThatSawOtherImagesIsNotGoneOnFrom() throws Exception {
        // Given
        cancelAfter = 7;
        assertThatThrownBy(() -> train(12, Map.of())).isInstanceOf(RunCancelledException.class);
        cancelAfter = Integer.MAX_VALUE;
        classifier = new Remembering();
        images = 15;

        // When
        train(12, Map.of());

        // Then
        assertThat(classifier.batches).hasSize(12);
    }

    @Test
    void aLossBeyondAllBoundsEndsTheRunAndSaysWhatToDo() {
        // Given
        classifier.lossAtStepThree = Float.NaN;

        // When, Then
        assertThatThrownBy(() -> train(10, Map.of()))
                .isInstanceOf(DivergedException.class)
                .hasMessageContaining("NaN after iteration 3")
                .hasMessageContaining("rates.backbone");
    }

    @Test
    void aCancelledRunGoesOnWhereItStopped() throws Exception {
        // Given
        Map<String, Object> settings = Map.of("validation.share", 0.25, "validation.times", 4);
        classifier.right = new int[] {1, 1, 1, 3, 3, 3, 3, 2, 2, 2, 2, 2};
        Trained undisturbed = train(12, settings);
        List<byte[]> shown = classifier.batches.stream().map(PixelBatch::rgb).toList();
        int[] right = classifier.right;
        classifier = new Remembering();
        classifier.right = right;
        cancelAfter = 7;
        new RunFolder(folder).delete();
        assertThatThrownBy(() -> train(12, settings))
                .isInstanceOf(RunCancelledException.class)
                .hasMessage("run run-1 was stopped after iteration 7");
        cancelAfter = Integer.MAX_VALUE;
        classifier.steps = 0;

        // When
        Trained trained = train(12, settings);

        // Then
        assertThat(classifier.batches.stream().map(PixelBatch::rgb)).containsExactlyElementsOf(shown);
        assertThat(trained.curve()).isEqualTo(undisturbed.curve());
        assertThat(trained.keptIteration()).isEqualTo(undisturbed.keptIteration());
        assertThat(weights(trained)).isEqualTo(6);
    }

    @Test
    void aSnapshotIsWrittenFromTimeToTimeAndTheLatestIsKept() throws RunCancelledException {
        // Given
        snapshotEvery = Duration.ofMillis(500);

        // When
        train(20, Map.of());

        // Then
        assertThat(new RunFolder(folder).reached()).isBetween(10, 19);
        assertThat(folder).isDirectoryNotContaining("glob:**unfinished").isDirectoryContaining("glob:**snapshot-*");
    }

    @Test
    void aSnapshotThatCannotBeReadIsNotGoneOnFrom() throws Exception {
        // Given
        cancelAfter = 7;
        assertThatThrownBy(() -> train(12, Map.of())).isInstanceOf(RunCancelledException.class);
        Files.writeString(folder.resolve("snapshot-00000007").resolve("state.json"), "{\"iteration\":");
        cancelAfter = Integer.MAX_VALUE;
        classifier = new Remembering();

        // When
        train(12, Map.of());

        // Then
        assertThat(classifier.batches).hasSize(12);
    }
}
