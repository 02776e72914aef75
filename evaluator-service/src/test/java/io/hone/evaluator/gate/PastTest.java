package io.hone.evaluator.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.hone.contracts.Sha256;
import io.hone.contracts.verdict.Evaluation;
import io.hone.contracts.verdict.HoldOutSnapshot;
import io.hone.contracts.verdict.Measurement;
import io.hone.contracts.verdict.Outcome;
import io.hone.contracts.verdict.PairedOutcomes;
import io.hone.contracts.verdict.SignificanceTest;
import io.hone.contracts.verdict.Verdict;
import io.hone.evaluator.gate.account.AlphaAccount;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PastTest {

    private static final Instant NOW = Instant.parse("2026-11-22T10:15:30Z");

    private static Evaluation evaluation(int version, int minute, Outcome outcome, Optional<SignificanceTest> test) {
        return new Evaluation(
                new Verdict(EvidenceBuilder.MODEL, version, NOW.plusSeconds(60L * minute), 1, outcome, List.of(), test),
                1,
                new HoldOutSnapshot(minute, 100, Sha256.of("images")),
                new Measurement(1, 100, 0, 1),
                new Measurement(version, 100, 0, 1),
                new PairedOutcomes(0, 0, 0, 100),
                Optional.empty());
    }

    private static Optional<SignificanceTest> test(long number, boolean passed) {
        return Optional.of(new SignificanceTest(number, 0.01, passed ? 0.001 : 0.5, passed, Optional.of(0.05)));
    }

    @Test
    void theAccountIsReadFromTheEvaluationsInTheOrderOfTheirTests() {
        // Given: in the order in which a bucket lists them; one waits for images, one was judged without a champion
        List<Evaluation> evaluations = List.of(
                evaluation(10, 9, Outcome.REJECTED, test(4, false)),
                evaluation(2, 1, Outcome.INCONCLUSIVE, test(1, false)),
                evaluation(2, 5, Outcome.PROMOTED, test(3, true)),
                evaluation(3, 2, Outcome.REJECTED, test(2, false)),
                evaluation(4, 3, Outcome.INCONCLUSIVE, Optional.empty()));

        // When
        Past past = Past.of(evaluations, 11, 0.05);

        // Then
        assertThat(past.account().tests()).isEqualTo(4);
        assertThat(past.account().discoveries()).containsExactly(3L);
        assertThat(past.looks()).isZero();
        assertThat(past.since()).isEmpty();
    }

    @Test
    void aNumberGivenAwayTwiceCountsTwice() {
        // Given: two evaluators at once
        List<Evaluation> evaluations = List.of(
                evaluation(2, 1, Outcome.REJECTED, test(1, false)), evaluation(3, 1, Outcome.REJECTED, test(1, false)));

        // When, Then
        assertThat(Past.account(evaluations, 0.05).next()).isEqualTo(3);
    }

    @Test
    void whatWasSpentAtAnotherAlphaIsOfAnotherAccount() {
        // Given: a test of the first writers, two at 0.05, and one since 0.01 is allowed
        List<Evaluation> evaluations = List.of(
                evaluation(
                        2,
                        1,
                        Outcome.REJECTED,
                        Optional.of(new SignificanceTest(1, 0.01, 0.5, false, Optional.empty()))),
                evaluation(3, 2, Outcome.PROMOTED, test(2, true)),
                evaluation(4, 3, Outcome.REJECTED, test(3, false)),
                evaluation(
                        5,
                        4,
                        Outcome.REJECTED,
                        Optional.of(new SignificanceTest(4, 0.01, 0.5, false, Optional.of(0.01)))));

        // When
        Past stricter = Past.of(evaluations, 6, 0.01);
        Past asBefore = Past.of(evaluations, 6, 0.05);

        // Then: one that says no alpha counts in each
        assertThat(stricter.account()).isEqualTo(new AlphaAccount(0.01, 2, List.of()));
        assertThat(asBefore.account()).isEqualTo(new AlphaAccount(0.05, 3, List.of(2L)));
        assertThat(stricter.tests()).isEqualTo(4);
    }

    @Test
    void aCandidateThatPassesTwiceIsOneDiscovery() {
        // Given: it waited for a person, the champion moved, and it was tested against the new one
        List<Evaluation> evaluations = List.of(
                evaluation(2, 1, Outcome.INCONCLUSIVE, test(1, true)),
                evaluation(2, 2, Outcome.INCONCLUSIVE, test(2, true)));

        // When, Then
        assertThat(Past.account(evaluations, 0.05)).isEqualTo(new AlphaAccount(0.05, 2, List.of(1L)));
    }

    @Test
    void whetherACandidateWaitsForAPersonItsLastVerdictSays() {
        // Given: in any order
        Evaluation early = evaluation(2, 1, Outcome.INCONCLUSIVE, test(1, false));
        Evaluation late = evaluation(2, 2, Outcome.INCONCLUSIVE, Optional.empty());
        Evaluation waits = late.withVerdict(new Verdict(
                EvidenceBuilder.MODEL, 2, late.verdict().at(), 1, Outcome.INCONCLUSIVE, List.of(Gate.approval())));

        // When, Then
        assertThat(Past.of(List.of(waits, early), 2, 0.05).awaited()).isTrue();
        assertThat(Past.of(List.of(late, early), 2, 0.05).awaited()).isFalse();
        assertThat(Past.of(List.of(waits, early), 3, 0.05).awaited()).isFalse();
    }

    @Test
    void ofTheCandidateItKnowsLooksAndTheFirstOfThem() {
        // Given: it waited for images first, which is no look
        List<Evaluation> evaluations = List.of(
                evaluation(2, 7, Outcome.INCONCLUSIVE, test(2, false)),
                evaluation(2, 1, Outcome.INCONCLUSIVE, Optional.empty()),
                evaluation(2, 4, Outcome.INCONCLUSIVE, test(1, false)),
                evaluation(3, 0, Outcome.INCONCLUSIVE, test(3, false)));

        // When
        Past past = Past.of(evaluations, 2, 0.05);

        // Then
        assertThat(past.looks()).isEqualTo(2);
        assertThat(past.since()).contains(NOW.plusSeconds(60));
    }
}
