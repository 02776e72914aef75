package io.hone.evaluator.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hone.contracts.model.ModelName;
import io.hone.contracts.verdict.Hygiene;
import io.hone.evaluator.Manifests;
import io.hone.evaluator.hygiene.Inspection;
import io.hone.evaluator.metrics.EvaluatorMetrics;
import io.hone.evaluator.report.AnswerSheet;
import io.hone.vision.prediction.PredictionStore;
import io.hone.vision.store.ImageStore;
import io.hone.vision.store.Snapshot;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExamTest {

    private static final ModelName MODEL = new ModelName("colours");

    private final KnownColours versions = new KnownColours();
    private Path predictions;
    private ImageStore store;

    @BeforeEach
    void open(@TempDir Path directory) {
        predictions = directory.resolve("predictions");
        store = ImageStore.open(directory.resolve("images"), Manifests.SIZE, Manifests.SIZE);
        versions.knows(1, List.of(2, 0));
    }

    @AfterEach
    void close() {
        store.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4, 9, 100})
    void everyImageIsSeenOnceWhateverTheBatchSize(int batchSize) {
        // Given: three images of each colour
        Colours.fill(store, 0, 9);

        // When
        AnswerSheet sheet = take(batchSize);

        // Then
        assertThat(sheet.size()).isEqualTo(9);
        assertThat(sheet.correct()).isEqualTo(6);
        assertThat(sheet.version()).isEqualTo(1);
        assertThat(versions.asked).isEqualTo(Map.of(1, 9));
    }

    @Test
    void aLabelThatAVersionDoesNotKnowIsWrong() {
        // Given
        Colours.put(store, 0, "purple");

        // When, then
        assertThat(take(4).correct()).isZero();
    }

    @Test
    void whoIsNotAskedIsNotLoaded() {
        assertThat(take(4).size()).isZero();
        assertThat(versions.loaded).isEmpty();
    }

    @Test
    void onlyNewImagesAreShownAgain() {
        // Given
        Colours.fill(store, 0, 9);
        take(4);
        versions.asked.clear();

        // When
        Colours.fill(store, 9, 12);
        AnswerSheet sheet = take(4);

        // Then
        assertThat(versions.asked).isEqualTo(Map.of(1, 3));
        assertThat(sheet.correct()).isEqualTo(8);
    }

    @Test
    void anImageOfAnotherLabelNeedsNoNewAnswer() {
        // Given: a green image that is taken for blue
        Colours.fill(store, 0, 3);
        assertThat(take(4).correct()).isEqualTo(2);
        versions.asked.clear();

        // When: it was blue all along
        Colours.relabel(store, 1, 3, "blue");
        AnswerSheet sheet = take(4);

        // Then
        assertThat(sheet.correct()).isEqualTo(3);
        assertThat(versions.asked).isEmpty();
    }

    @Test
    void answersOfOtherWeightsAreNotTakenForTheVersions() {
        // Given
        Colours.fill(store, 0, 3);
        take(4);

        // When: the same number, another file
        versions.asked.clear();
        versions.knows(1, List.of(1));
        AnswerSheet sheet = take(4, new Examinee(Manifests.base(MODEL, "other weights"), versions));

        // Then
        assertThat(sheet.correct()).isEqualTo(1);
        assertThat(versions.asked).isEqualTo(Map.of(1, 3));
    }

    @Test
    void answersThatAreLostAreGivenAgain() throws IOException {
        // Given
        Colours.fill(store, 0, 9);
        take(4);
        versions.asked.clear();

        // When
        Files.writeString(predictions.resolve("CURRENT"), "no manifest of this name");
        AnswerSheet sheet = take(4);

        // Then
        assertThat(sheet.correct()).isEqualTo(6);
        assertThat(versions.asked).isEqualTo(Map.of(1, 9));
    }

    @Test
    void whoIsInterruptedStopsBetweenTwoBatchesAndKeepsTheAnswersSoFar() {
        // Given: interrupted while the second batch is answered
        Colours.fill(store, 0, 9);
        versions.whileAnswering.add(() -> {});
        versions.whileAnswering.add(() -> Thread.currentThread().interrupt());

        // When, then
        assertThatThrownBy(() -> take(2)).isInstanceOf(CancellationException.class);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(versions.asked).isEqualTo(Map.of(1, 4));

        // When: started again
        versions.asked.clear();
        AnswerSheet sheet = take(2);

        // Then
        assertThat(sheet.correct()).isEqualTo(6);
        assertThat(versions.asked).isEqualTo(Map.of(1, 5));
    }

    private AnswerSheet take(int batchSize) {
        return take(batchSize, new Examinee(Manifests.base(MODEL), versions));
    }

    private AnswerSheet take(int batchSize, Examinee asked) {
        try (Snapshot snapshot = store.snapshot();
                PredictionStore kept = PredictionStore.open(predictions);
                Examinee examinee = asked) {
            EvaluatorMetrics metrics = new EvaluatorMetrics(new SimpleMeterRegistry());
            return new Exam(kept, new AnswerKeys(KnownColours.ENGINE), batchSize, metrics)
                    .take(examinee, Paper.of(snapshot, new Inspection(snapshot.byArrival(), Hygiene.CLEAN)));
        }
    }
}
