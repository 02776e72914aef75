package io.hone.evaluator.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.hone.contracts.Sha256;
import io.hone.contracts.policy.Policy;
import io.hone.contracts.verdict.Evaluation;
import io.hone.contracts.verdict.Finding;
import io.hone.contracts.verdict.HoldOutSnapshot;
import io.hone.contracts.verdict.Hygiene;
import io.hone.contracts.verdict.Measurement;
import io.hone.contracts.verdict.Outcome;
import io.hone.contracts.verdict.PairedOutcomes;
import io.hone.contracts.verdict.Report;
import io.hone.contracts.verdict.Verdict;
import io.hone.evaluator.Manifests;
import io.hone.evaluator.gate.EvidenceBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryTest {

    private static final Instant FIRST = Manifests.NOW;
    private static final Instant SOON = FIRST.plusSeconds(60);
    private static final Policy POLICY = Policy.of(Map.of("hold-out.images", 100, "retry.growth", 0.2));

    private static Evaluation inconclusive(Instant at, long nextOffset, int images, String... rules) {
        List<Finding> findings = List.of(rules).stream()
                .map(rule -> new Finding(rule, 0, 1, false, "Not yet."))
                .toList();
        return new Evaluation(
                new Verdict(EvidenceBuilder.MODEL, 2, at, 1, Outcome.INCONCLUSIVE, findings),
                1,
                new HoldOutSnapshot(nextOffset, images, Sha256.of("images")),
                new Measurement(1, images, 0, 1),
                new Measurement(2, images, 0, 1),
                new PairedOutcomes(0, 0, 0, images),
                Optional.empty());
    }

    private static Awaited retry(List<Evaluation> earlier, Policy policy, Instant now) {
        return Retry.of(earlier, policy, now, 1);
    }

    @ParameterizedTest
    @CsvSource({
        "40, 100", // enough to tell at all
        "99, 100",
        "100, 120", // a fifth more
        "806, 968"
    })
    void anotherLookIsWorthwhileWhenTheHoldOutHasGrown(int images, int awaited) {
        assertThat(retry(List.of(inconclusive(FIRST, 700, images)), POLICY, SOON))
                .isEqualTo(new Awaited(701, awaited));
    }

    @Test
    void imagesThatDoNotCountAreNoGrowth() {
        // Given: 100 counted, 30 more were trained on
        Evaluation look = inconclusive(FIRST, 700, 100);
        Report report = EvidenceBuilder.better().report();
        Evaluation reported = new Evaluation(
                look.verdict(),
                1,
                look.holdOut(),
                look.champion(),
                look.candidate(),
                look.paired(),
                Optional.of(new Report(
                        report.champion(),
                        report.candidate(),
                        report.classes(),
                        report.slices(),
                        report.golden(),
                        report.best(),
                        new Hygiene(0, 0, 30, Map.of()))));

        // When, Then
        assertThat(retry(List.of(reported), POLICY, SOON)).isEqualTo(new Awaited(701, 150));
    }

    @Test
    void growthCountsFromTheLastLook() {
        // Given: listed in no particular order
        List<Evaluation> looks = List.of(inconclusive(SOON, 900, 120), inconclusive(FIRST, 700, 100));

        // When, Then
        assertThat(retry(looks, POLICY, SOON)).isEqualTo(new Awaited(901, 144));
    }

    @Test
    void whoHasWaitedTooLongIsLookedAtOnceMoreWithoutGrowth() {
        // Given
        List<Evaluation> looks =
                List.of(inconclusive(FIRST, 700, 100), inconclusive(FIRST.plus(Duration.ofDays(29)), 900, 120));

        // When, Then
        assertThat(retry(looks, POLICY, FIRST.plus(Duration.ofDays(30)).minusMillis(1)))
                .isEqualTo(new Awaited(901, 144));
        assertThat(retry(looks, POLICY, FIRST.plus(Duration.ofDays(30)))).isEqualTo(new Awaited(900, 0));
    }

    @Test
    void whoWaitsForAPersonIsLeftAloneUntilThePolicyAsksForNone() {
        // Given
        List<Evaluation> looks = List.of(inconclusive(FIRST, 700, 100, "approval"));
        Policy manual = Policy.of(Map.of("mode", "manual"));

        // When, Then
        assertThat(retry(looks, manual, SOON)).isEqualTo(new Awaited(700, Integer.MAX_VALUE));
        assertThat(retry(looks, POLICY, SOON)).isEqualTo(new Awaited(701, 120));
    }

    @Test
    void whoWaitsForAPersonIsComparedAnewWithANewChampion() {
        // Given
        List<Evaluation> looks = List.of(inconclusive(FIRST, 700, 100, "approval"));
        Policy manual = Policy.of(Map.of("mode", "manual"));

        // When, Then
        assertThat(Retry.of(looks, manual, SOON, 5)).isEqualTo(new Awaited(701, 0));
    }
}
