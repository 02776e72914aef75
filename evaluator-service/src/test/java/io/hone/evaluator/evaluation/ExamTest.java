package io.hone.evaluator.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hone.contracts.model.ModelName;
import io.hone.contracts.verdict.PairedOutcomes;
import io.hone.evaluator.Manifests;
import io.hone.vision.store.ImageStore;
import io.hone.vision.store.Snapshot;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExamTest {

    private static final ModelName MODEL = new ModelName("colours");

    private ImageStore store;
    private final Examinee redOnly = new Examinee(Manifests.base(MODEL), Colours.knowing(List.of(0)));
    private final Examinee redAndBlue = new Examinee(Manifests.candidate(MODEL, 2, 0), Colours.knowing(List.of(2, 0)));

    @BeforeEach
    void open(@TempDir Path directory) {
        store = ImageStore.open(directory, Manifests.SIZE, Manifests.SIZE);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4, 9, 100})
    void bothSeeEveryImageWhateverTheBatchSize(int batchSize) {
        // Given: three images of each colour
        Colours.fill(store, 0, 9);

        // When
        PairedOutcomes outcomes = hold(batchSize);

        // Then
        assertThat(outcomes).isEqualTo(new PairedOutcomes(3, 0, 3, 3));
        assertThat(redOnly.marks().correct()).isEqualTo(3);
        assertThat(redAndBlue.marks().correct()).isEqualTo(6);
        assertThat(redAndBlue.marks().images()).isEqualTo(9);
        assertThat(redAndBlue.marks().version()).isEqualTo(2);
        assertThat(redAndBlue.marks().millisPerImage()).isPositive();
    }

    @Test
    void aLabelThatAVersionDoesNotKnowIsWrong() {
        // Given: an image that both take for red
        Colours.put(store, 0, "purple");

        // When
        PairedOutcomes outcomes = hold(4);

        // Then
        assertThat(outcomes).isEqualTo(new PairedOutcomes(0, 0, 0, 1));
    }

    @Test
    void anEmptyHoldOutAsksNothing() {
        assertThat(hold(4)).isEqualTo(PairedOutcomes.NONE);
        assertThat(redOnly.marks().millisPerImage()).isZero();
    }

    @Test
    void whoIsInterruptedStopsBetweenTwoBatches() {
        // Given
        Colours.fill(store, 0, 3);
        Thread.currentThread().interrupt();

        // When, then
        assertThatThrownBy(() -> hold(1)).isInstanceOf(CancellationException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    private PairedOutcomes hold(int batchSize) {
        try (Snapshot snapshot = store.snapshot()) {
            return new Exam(batchSize).hold(snapshot, redOnly, redAndBlue, new PairsByClass());
        }
    }
}
