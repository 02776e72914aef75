package io.hone.evaluator.drift;

import static org.assertj.core.api.Assertions.assertThat;

import io.hone.contracts.model.ModelName;
import io.hone.evaluator.Manifests;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IncomingLabelsTest {

    @TempDir
    Path directory;

    private static void put(IncomingLabels labels, int number, long offset) {
        labels.put(Labels.arrival(number, offset).image(), Labels.pixels(number));
    }

    private static DriftState count(IncomingLabels labels, List<Arrival> batch) {
        Tally tally = new Tally(labels.state(), Labels.MODEL, Labels.SETTINGS, Manifests.NOW);
        labels.unseen(batch)
                .forEach(arrival -> tally.add(Labels.answer(arrival.image().offset(), true, Labels.base())));
        return tally.state();
    }

    @RepeatedTest(3)
    void nothingIsCountedTwiceHoweverOftenItIsKilled() throws Exception {
        for (int kill = 0; kill < 3; kill++) {
            // Given
            Process counting = startCounting();

            // When
            long acknowledged = killAfter(counting, 1 + new Random().nextInt(200));

            // Then
            try (IncomingLabels labels = IncomingLabels.open(Labels.MODEL, directory, Labels.MEMORY)) {
                assertThat(labels.nextOffset()).isGreaterThanOrEqualTo(acknowledged);
                assertThat(labels.state()).isEqualTo(EndlessLabels.expected(labels.nextOffset()));
            }
        }
    }

    @Test
    void anImageCountsByItsFirstLabelOnly() {
        // Given
        try (IncomingLabels labels = IncomingLabels.open(Labels.MODEL, directory, Labels.MEMORY)) {
            put(labels, 1, 0);
            put(labels, 2, 1);
            put(labels, 1, 2);
            List<Arrival> first = labels.next(10);
            assertThat(labels.unseen(first))
                    .extracting(arrival -> arrival.image().offset())
                    .containsExactly(0L, 1L);
            labels.counted(first, count(labels, first));

            // When: again, in another batch
            put(labels, 2, 3);
            put(labels, 3, 4);

            // Then
            assertThat(labels.unseen(labels.next(10)))
                    .extracting(arrival -> arrival.image().offset())
                    .containsExactly(4L);
        }
    }

    @Test
    void whatWasNotCountedComesAgainAfterARestart() {
        // Given: three have come in, two are counted
        try (IncomingLabels labels = IncomingLabels.open(Labels.MODEL, directory, Labels.MEMORY)) {
            for (int i = 0; i < 3; i++) {
                put(labels, i, i);
            }
            List<Arrival> batch = labels.next(2);
            labels.counted(batch, count(labels, batch));
            assertThat(labels.nextOffset()).isEqualTo(3);
        }

        // When
        try (IncomingLabels labels = IncomingLabels.open(Labels.MODEL, directory, Labels.MEMORY)) {
            // Then
            assertThat(labels.nextOffset()).isEqualTo(2);
            assertThat(labels.state().counts().right()).isEqualTo(2);
            assertThat(labels.next(10)).isEmpty();
        }
    }

    @Test
    void recordsWithoutALabelMoveTheOffsetWithTheNextBatch() {
        // Given
        try (IncomingLabels labels = IncomingLabels.open(Labels.MODEL, directory, Labels.MEMORY)) {
            put(labels, 1, 0);
            labels.remove(Labels.id(1), 1);
            labels.skip(2);
            List<Arrival> batch = labels.next(10);

            // When
            labels.counted(batch, count(labels, batch));

            // Then
            assertThat(labels.state().nextOffset()).isEqualTo(3);
        }
    }

    @Test
    void itSaysWhenEnoughWaits() {
        // Given
        try (IncomingLabels labels = IncomingLabels.open(Labels.MODEL, directory, Labels.MEMORY)) {
            for (int i = 0; i < 300; i++) {
                put(labels, i, i);
            }
            assertThat(labels.isFull()).isTrue();

            // When
            List<Arrival> batch = labels.next(100);
            labels.counted(batch, count(labels, batch));

            // Then
            assertThat(labels.isFull()).isFalse();
        }
    }

    @Test
    void whatWaitsOfAllModelsIsBoundedAndNoModelKeepsTheOthersOut(@TempDir Path other) {
        // Given: room for 40 images, and one model that does not go on
        LabelMemory memory = new LabelMemory(40L * Labels.pixels(0).rgb().length);
        try (IncomingLabels waiting = IncomingLabels.open(Labels.MODEL, directory, memory);
                IncomingLabels labels = IncomingLabels.open(new ModelName("shapes"), other, memory)) {
            for (int i = 0; i < 40; i++) {
                put(waiting, i, i);
            }
            assertThat(waiting.isFull()).isTrue();

            // When
            for (int i = 0; !labels.isFull(); i++) {
                put(labels, i, i);
            }

            // Then
            assertThat(labels.next(100)).hasSize(16);

            // When
            waiting.clear();

            // Then
            assertThat(labels.isFull()).isFalse();
        }
    }

    @Test
    void whatWasPredictedForAModelThatIsGoneComesToNothing() {
        // Given
        IncomingLabels labels = IncomingLabels.open(Labels.MODEL, directory, Labels.MEMORY);
        put(labels, 1, 0);
        List<Arrival> batch = labels.next(1);
        DriftState after = count(labels, batch);

        // When
        labels.close();

        // Then
        assertThat(labels.counted(batch, after)).isFalse();
        assertThat(labels.done(after)).isFalse();
    }

    @Test
    void clearedItCountsAnew() {
        // Given
        try (IncomingLabels labels = IncomingLabels.open(Labels.MODEL, directory, Labels.MEMORY)) {
            put(labels, 1, 0);
            List<Arrival> batch = labels.next(1);
            labels.counted(batch, count(labels, batch));

            // When
            labels.clear();

            // Then
            assertThat(labels.nextOffset()).isZero();
            assertThat(labels.state()).isEqualTo(DriftState.NEW);
            put(labels, 1, 0);
            assertThat(labels.unseen(labels.next(1))).hasSize(1);
        }
    }

    private Process startCounting() throws IOException {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        return new ProcessBuilder(
                        java.toString(),
                        "-Dslf4j.internal.verbosity=ERROR",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        EndlessLabels.class.getName(),
                        directory.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    /** Lets some batches pass, kills in the midst of others, and returns up to where is known to be counted. */
    private static long killAfter(Process counting, int batches) throws Exception {
        String last = null;
        try (BufferedReader counted = counting.inputReader()) {
            for (int i = 0; i < batches; i++) {
                last = counted.readLine();
                assertThat(last).as("it ended by itself").isNotNull();
            }
        } finally {
            counting.destroyForcibly().waitFor();
        }
        return Long.parseLong(last);
    }
}
