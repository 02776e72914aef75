package io.hone.trainer.finetune;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.hone.contracts.model.ColourOrder;
import io.hone.contracts.model.Preprocessing;
import io.hone.contracts.recipe.Length;
import io.hone.contracts.recipe.Rates;
import io.hone.images.Pixels;
import io.hone.vision.classifier.PixelBatch;
import io.hone.vision.classifier.TrainableClassifier;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class FineTuningTest {

    private static final int SIZE = 8;
    private static final Preprocessing PREPROCESSING =
            new Preprocessing(SIZE, SIZE, List.of(0f, 0f, 0f), List.of(1f, 1f, 1f), ColourOrder.RGB);

    /** Remembers what it was shown; its loss is the number of the step. */
    private static final class Remembering implements TrainableClassifier {

        final List<int[]> labels = new ArrayList<>();
        final List<PixelBatch> batches = new ArrayList<>();
        final List<Rates> rates = new ArrayList<>();

        @Override
        public float step(PixelBatch batch, int[] batchLabels, Rates stepRates) {
            batches.add(batch);
            labels.add(batchLabels);
            rates.add(stepRates);
            return labels.size();
        }

        @Override
        public void save(Path torchScript) {}

        @Override
        public String device() {
            return "cpu";
        }

        @Override
        public void close() {}
    }

    /** The class id of each is its position. */
    private record Numbered(int count) implements TrainingImages {

        @Override
        public Pixels pixels(int position) {
            byte[] rgb = new byte[3 * SIZE * SIZE];
            Arrays.fill(rgb, (byte) position);
            return new Pixels(SIZE, SIZE, rgb);
        }

        @Override
        public int classId(int position) {
            return position;
        }
    }

    private record Told(int iteration, int iterations, double loss) {}

    private final List<Told> told = new ArrayList<>();
    private final Remembering classifier = new Remembering();

    /** Half a second passes each time anybody looks at the clock. */
    private Instant now = Instant.parse("2026-11-22T10:15:30Z");

    private double train(RunPlan plan) throws RunCancelledException {
        return train(plan, Integer.MAX_VALUE);
    }

    private double train(RunPlan plan, int cancelAfter) throws RunCancelledException {
        return new FineTuning(
                        plan,
                        PREPROCESSING,
                        (iteration, iterations, loss, speed) -> told.add(new Told(iteration, iterations, loss)),
                        () -> classifier.labels.size() >= cancelAfter,
                        () -> now = now.plusMillis(100))
                .train(classifier, new Numbered(plan.images().size()));
    }

    @Test
    void anEpochShowsEachImageOnceWithItsLabel() throws RunCancelledException {
        // Given
        RunPlan plan = Plans.plan("run-1", Plans.recipe(new Length.Epochs(2), 4), 12);

        // When
        train(plan);

        // Then
        assertThat(classifier.labels).hasSize(6);
        assertThat(classifier.labels.subList(0, 3).stream()
                        .flatMapToInt(Arrays::stream)
                        .sorted())
                .containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11);
        PixelBatch first = classifier.batches.get(0);
        int middleOfSecond = 3 * SIZE * SIZE + 3 * (4 * SIZE + 4);
        assertThat((int) first.rgb()[middleOfSecond])
                .isEqualTo(classifier.labels.get(0)[1]);
        assertThat(classifier.rates).containsOnly(plan.recipe().rates());
    }

    @Test
    void iterationsAreCountedWhateverTheNumberOfImages() throws RunCancelledException {
        // Given
        RunPlan plan = Plans.plan("run-1", Plans.recipe(new Length.Iterations(7), 4), 12);

        // When
        train(plan);

        // Then
        assertThat(classifier.labels).hasSize(7);
    }

    @Test
    void progressIsToldAtTheFirstStepAboutEverySecondAndAtTheEnd() throws RunCancelledException {
        // Given
        RunPlan plan = Plans.plan("run-1", Plans.recipe(new Length.Iterations(40), 4), 12);

        // When
        double loss = train(plan);

        // Then
        assertThat(told).first().isEqualTo(new Told(1, 40, 1));
        assertThat(told).last().extracting(Told::iteration).isEqualTo(40);
        assertThat(told).hasSizeBetween(3, 10);
        assertThat(loss).isEqualTo(told.get(told.size() - 1).loss(), within(1e-9));
    }

    @Test
    void theSamePlanShowsTheSame() throws RunCancelledException {
        // Given
        RunPlan plan = Plans.plan("run-1", Plans.recipe(new Length.Epochs(2), 4), 12);
        train(plan);
        List<PixelBatch> first = List.copyOf(classifier.batches);
        classifier.batches.clear();

        // When
        train(plan);

        // Then
        assertThat(classifier.batches)
                .extracting(PixelBatch::rgb)
                .containsExactlyElementsOf(first.stream().map(PixelBatch::rgb).toList());
    }

    @Test
    void aCancelledRunStopsBeforeItsNextStep() {
        // Given
        RunPlan plan = Plans.plan("run-1", Plans.recipe(new Length.Iterations(7), 4), 12);

        // When, Then
        assertThatThrownBy(() -> train(plan, 3))
                .isInstanceOf(RunCancelledException.class)
                .hasMessage("run run-1 was stopped after iteration 3");
        assertThat(classifier.labels).hasSize(3);
    }
}
