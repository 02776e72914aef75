package io.hone.contracts.event;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hone.contracts.GoldenRecord;
import io.hone.contracts.HoneEvent;
import io.hone.contracts.MalformedRecordException;
import io.hone.contracts.Sha256;
import io.hone.contracts.champion.ChampionMoved;
import io.hone.contracts.champion.Move;
import io.hone.contracts.doubt.LabelDoubted;
import io.hone.contracts.drift.DriftDetected;
import io.hone.contracts.image.ImageId;
import io.hone.contracts.model.ModelName;
import io.hone.contracts.recipe.Recipe;
import io.hone.contracts.run.Candidate;
import io.hone.contracts.run.CurvePoint;
import io.hone.contracts.run.RunEvent;
import io.hone.contracts.run.Trigger;
import io.hone.contracts.verdict.Finding;
import io.hone.contracts.verdict.Outcome;
import io.hone.contracts.verdict.Verdict;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventRecordsTest {

    private static final ModelName MODEL = new ModelName("plants");
    private static final Instant AT = Instant.parse("2026-11-22T10:15:30Z");

    static Stream<Arguments> events() {
        Recipe recipe = Recipe.of(Map.of("epochs", 3, "replay.share", 0.5));
        Recipe other = Recipe.of(Map.of(
                "kind", "partial",
                "iterations", 200,
                "optimizer.name", "adamw",
                "rates.multipliers", "layer2=0.1/0.2",
                "frozen", "conv1,layer1",
                "augmentation.crop", "none"));
        return Stream.of(
                Arguments.of(
                        "run-started.txt",
                        new RunEvent.Started(MODEL, "run-1", AT, 1, Trigger.NEW_IMAGES, 900, 100, recipe, 48, "cpu")),
                Arguments.of(
                        "run-started-adamw.txt",
                        new RunEvent.Started(MODEL, "run-1", AT, 1, Trigger.PERSON, 900, 0, other, 200, "gpu(0)")),
                Arguments.of(
                        "run-progress.txt",
                        new RunEvent.Progress(MODEL, "run-1", AT, 10, 48, 1.25, 512.5, Optional.empty())),
                Arguments.of(
                        "run-progress-point.txt",
                        new RunEvent.Progress(
                                MODEL,
                                "run-1",
                                AT,
                                10,
                                48,
                                1.25,
                                512.5,
                                Optional.of(new CurvePoint(10, 1.5, Optional.of(1.75), Optional.of(0.625))))),
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
                                        "minimum-gain", 0.031, 0.005, true, "gains 3.1 points, 0.5 are asked for")))),
                Arguments.of(
                        "champion-moved.txt",
                        new ChampionMoved(
                                MODEL, 3, 1, Optional.of(2), AT, Move.ROLLED_BACK, "ada", "blurred at night")),
                Arguments.of(
                        "champion-registered.txt",
                        new ChampionMoved(
                                MODEL, 1, 1, Optional.empty(), AT, Move.REGISTERED, "registration", "registered")),
                Arguments.of(
                        "drift.txt",
                        new DriftDetected(
                                MODEL,
                                AT,
                                4711,
                                3,
                                0.9,
                                0.75,
                                120,
                                new Finding(
                                        "accuracy-change",
                                        0.15,
                                        0.1,
                                        false,
                                        "right on 75 % of the last 120 labels, on 90 % before"))),
                Arguments.of(
                        "label-doubted.txt",
                        new LabelDoubted(
                                MODEL,
                                AT.plusSeconds(30),
                                ImageId.of("not really a PNG".getBytes(StandardCharsets.US_ASCII)),
                                4711,
                                "Gänseblümchen",
                                Optional.of("ada"),
                                "Margerite",
                                0.97,
                                3)));
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

    /** Written before recipes had flat keys: what it does not say is as it was then. */
    @ParameterizedTest
    @ValueSource(strings = {"run-started.txt", "run-started-adamw.txt"})
    void theFirstFormOfARecipeIsRead(String golden) throws MalformedRecordException {
        // Given
        Map<String, Recipe> expected = Map.of(
                "run-started.txt",
                Recipe.of(Map.of(
                        "epochs", 3,
                        "replay.share", 0.5,
                        "augmentation.crop-padding", 4,
                        "schedule.name", "constant",
                        "optimizer.decay-all", true,
                        "validation.share", 0,
                        "new-classes.images", 0)),
                "run-started-adamw.txt",
                Recipe.of(Map.ofEntries(
                        entry("iterations", 200),
                        entry("batch-size", 32),
                        entry("optimizer.name", "adamw"),
                        entry("optimizer.weight-decay", 0.01),
                        entry("rates.backbone", 0.0001),
                        entry("rates.head", 0.001),
                        entry("augmentation.flip", false),
                        entry("augmentation.crop-padding", 0),
                        entry("replay.share", 0),
                        entry("seed", 7),
                        entry("schedule.name", "constant"),
                        entry("optimizer.decay-all", true),
                        entry("validation.share", 0),
                        entry("new-classes.images", 0))));

        // When
        HoneEvent read = EventRecords.read(GoldenRecord.consumed(GoldenRecord.read("first/" + golden)));

        // Then
        assertThat(read).isInstanceOfSatisfying(RunEvent.Started.class, started -> assertThat(started.recipe())
                .isEqualTo(expected.get(golden)));
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
