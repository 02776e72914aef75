package io.hone.contracts.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import io.hone.contracts.GoldenRecord;
import io.hone.contracts.Json;
import io.hone.contracts.Sha256;
import io.hone.contracts.model.ModelName;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Evaluations lie in buckets for as long as their models: what was written once must be read for ever. */
class EvaluationTest {

    @Test
    void aFullEvaluationIsWrittenAsTheGoldenFileSays() {
        assertThat(new String(Json.writePretty(full()), StandardCharsets.UTF_8) + "\n")
                .isEqualTo(GoldenRecord.read("evaluation.json"));
    }

    @Test
    void theGoldenFileIsRead() {
        assertThat(read("evaluation.json")).isEqualTo(full());
    }

    @Test
    void whatTheFirstWritersWroteIsReadWithoutAReport() {
        // When
        Evaluation first = read("first/evaluation.json");

        // Then
        assertThat(first.report()).isEmpty();
        assertThat(first.paired()).isEqualTo(full().paired());
    }

    private static Evaluation read(String name) {
        return Json.read(GoldenRecord.read(name).getBytes(StandardCharsets.UTF_8), Evaluation.class);
    }

    private static Evaluation full() {
        return new Evaluation(
                new Verdict(
                        new ModelName("plants"),
                        7,
                        Instant.parse("2026-11-22T10:15:30Z"),
                        5,
                        Outcome.PROMOTED,
                        List.of(new Finding("minimum-gain", 10, 0.5, true, "A gain of +10.00 points."))),
                4,
                new HoldOutSnapshot(700, 20, Sha256.of("images")),
                new Measurement(5, 20, 15, 1.5),
                new Measurement(7, 20, 17, 1.25),
                new PairedOutcomes(14, 1, 3, 2),
                Optional.of(report()));
    }

    private static Report report() {
        return new Report(
                performance(5, Optional.empty(), Optional.empty()),
                performance(7, Optional.of(new TopK(3, 0.95)), Optional.of(new Latency(1.25, 2.5))),
                List.of(
                        new ClassPair("daisy", true, new PairedOutcomes(14, 1, 1, 1)),
                        new ClassPair("Gänseblümchen", false, new PairedOutcomes(0, 0, 2, 1))),
                List.of(new Slice("annotator", "ada", new PairedOutcomes(14, 1, 3, 2))),
                new PairedOutcomes(2, 0, 1, 0),
                Optional.of(new BestSoFar(3, new PairedOutcomes(14, 2, 3, 1))),
                new Hygiene(3, 1, 2, Map.of(5, 1)));
    }

    private static Performance performance(int version, Optional<TopK> topK, Optional<Latency> latency) {
        return new Performance(
                version,
                new Interval(0.5, 0.875),
                0.75,
                0.625,
                topK,
                List.of(new ClassScore("daisy", 17, 16, 15), new ClassScore("Gänseblümchen", 3, 4, 2)),
                List.of(
                        new Confusion("daisy", "daisy", 15),
                        new Confusion("daisy", "Gänseblümchen", 2),
                        new Confusion("Gänseblümchen", "daisy", 1),
                        new Confusion("Gänseblümchen", "Gänseblümchen", 2)),
                new Calibration(0.125, List.of(new Calibration.Bin(0.5, 0.75, 20, 0.625, 0.75))),
                latency);
    }
}
