package io.hone.contracts.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hone.contracts.GoldenRecord;
import io.hone.contracts.HoneEvent;
import io.hone.contracts.MalformedRecordException;
import io.hone.contracts.Sha256;
import io.hone.contracts.model.ModelName;
import io.hone.contracts.run.Augmentation;
import io.hone.contracts.run.Candidate;
import io.hone.contracts.run.Length;
import io.hone.contracts.run.Optimizer;
import io.hone.contracts.run.Rates;
import io.hone.contracts.run.Recipe;
import io.hone.contracts.run.RunEvent;
import io.hone.contracts.run.Trigger;
import io.hone.contracts.verdict.Finding;
import io.hone.contracts.verdict.Outcome;
import io.hone.contracts.verdict.Verdict;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class EventRecordsTest {

    private static final ModelName MODEL = new ModelName("plants");
    private static final Instant AT = Instant.parse("2026-11-22T10:15:30Z");

    static Stream<Arguments> events() {
        Recipe recipe = new Recipe(
                new Length.Epochs(3),
                64,
                new Optimizer.Sgd(0.9, 0.0005),
                new Rates(0.005, 0.05),
                new Augmentation(true, 4),
                0.5,
                42);
        Recipe other = new Recipe(
                new Length.Iterations(200),
                32,
                new Optimizer.AdamW(0.9, 0.999, 1e-8, 0.01),
                new Rates(0.0001, 0.001),
                Augmentation.NONE,
                0,
                7);
        return Stream.of(
                Arguments.of(
                        "run-started.txt",
                        new RunEvent.Started(MODEL, "run-1", AT, 1, Trigger.NEW_IMAGES, 900, 100, recipe, 48, "cpu")),
                Arguments.of(
                        "run-started-adamw.txt",
                        new RunEvent.Started(MODEL, "run-1", AT, 1, Trigger.PERSON, 900, 0, other, 200, "gpu(0)")),
                Arguments.of("run-progress.txt", new RunEvent.Progress(MODEL, "run-1", AT, 10, 48, 1.25, 512.5)),
                Arguments.of("run-finished.txt", new RunEvent.Finished(MODEL, "run-1", AT, 2, 48, 0.75, 12.5)),
                Arguments.of(
                        "run-failed.txt", new RunEvent.Failed(MODEL, "run-1", AT, "out of memory: lower batchSize")),
                Arguments.of("candidate.txt", new Candidate(MODEL, 2, AT, 1, "run-1", Sha256.of("weights"))),
                Arguments.of(
                        "verdict.txt",
                        new Verdict(
                                MODEL,
                                2,
                                AT,
                                1,
                                Outcome.PROMOTED,
                                List.of(new Finding(
                                        "minimum-gain", 0.031, 0.005, true, "gains 3.1 points, 0.5 are asked for")))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("events")
    void anEventIsWrittenAsTheGoldenFileSays(String golden, HoneEvent event) {
        // When
        var written = EventRecords.write(event, URI.create("/trainer"), "event-1");

        // Then
        assertThat(GoldenRecord.describe(written)).isEqualTo(GoldenRecord.read(golden));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("events")
    void theGoldenFileIsRead(String golden, HoneEvent event) throws MalformedRecordException {
        // When
        HoneEvent read = EventRecords.read(GoldenRecord.consumed(GoldenRecord.read(golden)));

        // Then
        assertThat(read).isEqualTo(event);
    }

    @Test
    void aNewerWritersFieldsAreReadOver() throws MalformedRecordException {
        // Given
        String golden =
                GoldenRecord.read("run-finished.txt").replace("\"version\":2", "\"version\":2,\"mood\":\"good\"");

        // When
        HoneEvent read = EventRecords.read(GoldenRecord.consumed(golden));

        // Then
        assertThat(read).isInstanceOf(RunEvent.Finished.class);
    }

    @Test
    void anInvalidValueIsRefusedWithFieldValueAndLimit() {
        // Given
        String golden = GoldenRecord.read("run-finished.txt").replace("\"version\":2", "\"version\":0");

        // When, Then
        assertThatThrownBy(() -> EventRecords.read(GoldenRecord.consumed(golden)))
                .isInstanceOf(MalformedRecordException.class)
                .hasMessageContaining("version is 0, must be at least 2");
    }

    @Test
    void anUnknownTypeIsRefused() {
        // Given
        String golden = GoldenRecord.read("run-finished.txt").replace("io.hone.run.finished.v1", "io.hone.run.v9");

        // When, Then
        assertThatThrownBy(() -> EventRecords.read(GoldenRecord.consumed(golden)))
                .isInstanceOf(MalformedRecordException.class)
                .hasMessage("ce_type is 'io.hone.run.v9', which is unknown");
    }
}
