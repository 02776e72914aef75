package io.hone.registry.evaluation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.hone.contracts.Sha256;
import io.hone.contracts.model.ModelName;
import io.hone.contracts.verdict.Evaluation;
import io.hone.contracts.verdict.Finding;
import io.hone.contracts.verdict.HoldOutSnapshot;
import io.hone.contracts.verdict.Measurement;
import io.hone.contracts.verdict.Outcome;
import io.hone.contracts.verdict.PairedOutcomes;
import io.hone.contracts.verdict.Verdict;
import io.hone.registry.store.InMemoryObjectStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EvaluationsTest {

    private static final ModelName MODEL = new ModelName("plants");
    private static final Instant NOW = Instant.parse("2026-11-22T10:15:30Z");

    private final InMemoryObjectStore store = new InMemoryObjectStore();
    private final Evaluations evaluations = new Evaluations(store);

    @Test
    void theFirstConclusionHolds() {
        // Given
        Evaluation first = evaluation(2, Outcome.REJECTED, 700);
        evaluations.conclude(first);

        // When
        Evaluation held = evaluations.conclude(evaluation(2, Outcome.PROMOTED, 800));

        // Then
        assertThat(held).isEqualTo(first);
        assertThat(evaluations.find(MODEL, 2)).contains(first);
    }

    @Test
    void progressIsReadFromTheNamesOfTheObjects() {
        // Given
        evaluations.postpone(evaluation(2, Outcome.INCONCLUSIVE, 90));
        evaluations.postpone(evaluation(2, Outcome.INCONCLUSIVE, 1000));
        evaluations.postpone(evaluation(3, Outcome.INCONCLUSIVE, 90));
        evaluations.conclude(evaluation(3, Outcome.REJECTED, 1000));
        evaluations.conclude(evaluation(4, Outcome.PROMOTED, 1000));
        evaluations.settle(evaluation(4, Outcome.PROMOTED, 1000).verdict());
        store.write("models/plants/evaluations/notes.txt", new byte[0], "text/plain");

        // When
        Map<Integer, Progress> progress = evaluations.progress(MODEL);

        // Then
        assertThat(progress)
                .isEqualTo(Map.of(
                        2, new Progress.Postponed(1000), 3, new Progress.Concluded(), 4, new Progress.Settled()));
    }

    @Test
    void picturesLieBesideAndAreNotTakenForVerdicts() {
        // Given
        evaluations.postpone(evaluation(2, Outcome.INCONCLUSIVE, 90));

        // When: drawn at a second look too
        evaluations.draw(evaluation(2, Outcome.INCONCLUSIVE, 90), "confusion", "<svg/>");
        evaluations.draw(evaluation(2, Outcome.INCONCLUSIVE, 900), "confusion", "<svg>ü</svg>");

        // Then
        assertThat(store.read("models/plants/evaluations/2.confusion.svg"))
                .hasValueSatisfying(svg -> assertThat(svg).asString(UTF_8).isEqualTo("<svg>ü</svg>"));
        assertThat(evaluations.progress(MODEL)).isEqualTo(Map.of(2, new Progress.Postponed(90)));
    }

    @Test
    void theLatestIsTheFinalOneElseThatOfTheLargestSnapshot() {
        // Given
        evaluations.postpone(evaluation(2, Outcome.INCONCLUSIVE, 90));
        evaluations.postpone(evaluation(2, Outcome.INCONCLUSIVE, 1000));
        evaluations.postpone(evaluation(3, Outcome.INCONCLUSIVE, 90));
        evaluations.conclude(evaluation(3, Outcome.REJECTED, 800));

        // When
        List<Evaluation> latest = evaluations.latest(MODEL, 0, 100);

        // Then: newest verdict first
        assertThat(latest)
                .containsExactly(evaluation(2, Outcome.INCONCLUSIVE, 1000), evaluation(3, Outcome.REJECTED, 800));
        assertThat(evaluations.latest(MODEL, 1, 1)).containsExactly(evaluation(3, Outcome.REJECTED, 800));
        assertThat(evaluations.latest(MODEL, 2, 1)).isEmpty();
        assertThat(evaluations.latest(MODEL, 3)).contains(evaluation(3, Outcome.REJECTED, 800));
        assertThat(evaluations.latest(MODEL, 4)).isEmpty();
    }

    @Test
    void aDecisionThatSomebodyElseOverranShowsWhatWasTold() {
        // Given
        evaluations.conclude(evaluation(2, Outcome.PROMOTED, 700));
        Verdict told = evaluation(2, Outcome.REJECTED, 700).verdict();
        evaluations.settle(told);

        // When, then
        assertThat(evaluations.latest(MODEL, 2).orElseThrow().verdict()).isEqualTo(told);
        assertThat(evaluations.find(MODEL, 2).orElseThrow().verdict().outcome()).isEqualTo(Outcome.PROMOTED);
    }

    @Test
    void allOfThemAreToldAsTheyWereDecidedAtTheTime() {
        // Given
        evaluations.postpone(evaluation(2, Outcome.INCONCLUSIVE, 1000));
        evaluations.postpone(evaluation(2, Outcome.INCONCLUSIVE, 90));
        evaluations.conclude(evaluation(3, Outcome.PROMOTED, 700));
        evaluations.settle(evaluation(3, Outcome.REJECTED, 700).verdict());

        // When, then
        assertThat(evaluations.all(MODEL))
                .containsExactly(
                        evaluation(2, Outcome.INCONCLUSIVE, 90),
                        evaluation(3, Outcome.PROMOTED, 700),
                        evaluation(2, Outcome.INCONCLUSIVE, 1000));
        assertThat(evaluations.all(MODEL, 3)).containsExactly(evaluation(3, Outcome.PROMOTED, 700));
    }

    @Test
    void outlinesAreReadOnce() {
        // Given
        List<String> read = new ArrayList<>();
        Evaluations counted = new Evaluations(new CountedReads(store, read));
        evaluations.postpone(evaluation(2, Outcome.INCONCLUSIVE, 90));
        counted.outlines(MODEL);
        evaluations.conclude(evaluation(20, Outcome.REJECTED, 700));
        read.clear();

        // When
        List<Evaluation> outlines = counted.outlines(MODEL);

        // Then: what is new, and nothing else
        assertThat(read).containsExactly("models/plants/evaluations/20.json");
        assertThat(outlines).extracting(outline -> outline.verdict().version()).containsExactly(2, 20);
        assertThat(outlines).allSatisfy(outline -> assertThat(outline.verdict().findings())
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.rule()).isEqualTo("minimum-gain");
                    assertThat(finding.passed()).isFalse();
                }));
    }

    @Test
    void aModelThatIsRegisteredAgainBeginsAnew() {
        // Given
        evaluations.conclude(evaluation(2, Outcome.REJECTED, 700));
        evaluations.outlines(MODEL);
        store.delete("models/plants/evaluations/2.json");
        evaluations.progress(MODEL);

        // When
        evaluations.conclude(evaluation(2, Outcome.PROMOTED, 90));

        // Then
        assertThat(evaluations.outlines(MODEL))
                .extracting(outline -> outline.verdict().outcome())
                .containsExactly(Outcome.PROMOTED);
    }

    @Test
    void whatIsWrittenAboutOneVersionIsFoundWithoutReadingOfOthers() {
        // Given
        List<String> read = new ArrayList<>();
        Evaluations counted = new Evaluations(new CountedReads(store, read));
        evaluations.conclude(evaluation(2, Outcome.REJECTED, 90));
        evaluations.conclude(evaluation(20, Outcome.REJECTED, 700));

        // When
        List<Evaluation> found = counted.all(MODEL, 2);

        // Then
        assertThat(found).containsExactly(evaluation(2, Outcome.REJECTED, 90));
        assertThat(read).containsExactly("models/plants/evaluations/2.json");
    }

    private static Evaluation evaluation(int version, Outcome outcome, long nextOffset) {
        return new Evaluation(
                new Verdict(
                        MODEL,
                        version,
                        NOW.plusSeconds(nextOffset),
                        1,
                        outcome,
                        List.of(new Finding("minimum-gain", 1, 2, false, "Too little."))),
                1,
                new HoldOutSnapshot(nextOffset, 10, Sha256.of("images")),
                new Measurement(1, 10, 6, 0.5),
                new Measurement(version, 10, 7, 0.5),
                new PairedOutcomes(6, 0, 1, 3),
                Optional.empty());
    }
}
