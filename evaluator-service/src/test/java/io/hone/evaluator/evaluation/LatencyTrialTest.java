package io.hone.evaluator.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hone.contracts.model.ModelName;
import io.hone.contracts.verdict.Hygiene;
import io.hone.contracts.verdict.Latency;
import io.hone.evaluator.Manifests;
import io.hone.evaluator.evaluation.LatencyTrial.Times;
import io.hone.evaluator.hygiene.Inspection;
import io.hone.registry.version.Manifest;
import io.hone.vision.classifier.Classifier;
import io.hone.vision.classifier.PixelBatch;
import io.hone.vision.classifier.Predictions;
import io.hone.vision.store.ImageStore;
import io.hone.vision.store.Snapshot;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.LongUnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On a clock that only networks move. */
class LatencyTrialTest {

    private static final ModelName MODEL = new ModelName("colours");
    private static final long MILLISECOND = 1_000_000;
    private static final int WARM_UP = 5;
    private static final int PASSES = 3;
    private static final int FEWEST = 20;

    private final List<Integer> turns = new ArrayList<>();
    private long now;
    private ImageStore store;

    @BeforeEach
    void open(@TempDir Path directory) {
        store = ImageStore.open(directory, Manifests.SIZE, Manifests.SIZE);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void meanAndNinetyFifthPercentileOverTheImagesAfterTheWarmUp() {
        // Given: after its warm-up the champion takes 1 ms, 2 ms … 40 ms for one image after the other, the candidate 3
        Colours.fill(store, 0, 9);

        // When
        Times times = hold(40, call -> call < WARM_UP ? 1000 : (call - WARM_UP) / PASSES + 1, call -> 3)
                .orElseThrow();

        // Then: of 40, the 38th
        assertThat(times.champion()).isEqualTo(new Latency(20.5, 38));
        assertThat(times.candidate()).isEqualTo(new Latency(3, 3));
    }

    @Test
    void whatElseTheMachineDoesCountsForNobodysMean() {
        // Given: two of three passes of the candidate are interrupted
        Colours.fill(store, 0, 9);

        // When
        Times times = hold(40, call -> 2, call -> call % PASSES == 0 ? 2 : 200).orElseThrow();

        // Then
        assertThat(times.champion()).isEqualTo(new Latency(2, 2));
        assertThat(times.candidate()).isEqualTo(new Latency(2, 200));
    }

    @Test
    void theTwoTakeTurnsAndTurnsInGoingFirst() {
        // Given
        Colours.fill(store, 0, 9);

        // When
        Optional<Times> times = hold(2, call -> 1, call -> 1);

        // Then
        assertThat(times).isPresent();
        assertThat(turns.subList(2 * WARM_UP, turns.size())).containsExactly(1, 2, 1, 2, 1, 2, 2, 1, 2, 1, 2, 1);
    }

    @Test
    void slowVersionsAreTimedOnFewerImages() {
        // Given
        Colours.fill(store, 0, 9);

        // When: a second a pass, of which ten seconds are not even two images
        Times times = hold(200, call -> 1000, call -> 1000).orElseThrow();

        // Then
        assertThat(turns).hasSize(2 * (WARM_UP + PASSES * FEWEST));
        assertThat(times.champion()).isEqualTo(new Latency(1000, 1000));
    }

    @Test
    void withoutImagesOrRoundsThereIsNoTrial() {
        assertThat(hold(40, call -> 1, call -> 1)).isEmpty();
        Colours.fill(store, 0, 9);
        assertThat(hold(0, call -> 1, call -> 1)).isEmpty();
        assertThat(turns).isEmpty();
    }

    @Test
    void whoIsInterruptedStopsBetweenTwoImages() {
        // Given
        Colours.fill(store, 0, 3);
        Thread.currentThread().interrupt();

        // When, then
        assertThatThrownBy(() -> hold(40, call -> 1, call -> 1)).isInstanceOf(CancellationException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    /** @param champion number of the call to its milliseconds */
    private Optional<Times> hold(int rounds, LongUnaryOperator champion, LongUnaryOperator candidate) {
        try (Snapshot snapshot = store.snapshot()) {
            return new LatencyTrial(rounds, () -> now)
                    .hold(
                            Paper.of(snapshot, new Inspection(snapshot.byArrival(), Hygiene.CLEAN)),
                            examinee(1, champion),
                            examinee(2, candidate));
        }
    }

    private Examinee examinee(int version, LongUnaryOperator millis) {
        return new Examinee(Manifests.base(MODEL), new VersionLoader() {
            @Override
            public Classifier load(Manifest manifest) {
                return new Timed(version, millis);
            }

            @Override
            public String engine() {
                return "none";
            }

            @Override
            public void forget(Manifest manifest) {}
        });
    }

    private final class Timed implements Classifier {

        private final int version;
        private final LongUnaryOperator millis;
        private int calls;

        Timed(int version, LongUnaryOperator millis) {
            this.version = version;
            this.millis = millis;
        }

        @Override
        public Predictions predict(PixelBatch batch) {
            assertThat(batch.count()).isEqualTo(1);
            turns.add(version);
            now += millis.applyAsLong(calls++) * MILLISECOND;
            return new Predictions(3, new float[] {1, 0, 0});
        }

        @Override
        public String device() {
            return "cpu";
        }

        @Override
        public void close() {}
    }
}
