package io.hone.evaluator.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.hone.contracts.model.Classes;
import io.hone.contracts.policy.Policy;
import io.hone.contracts.verdict.Finding;
import io.hone.contracts.verdict.Outcome;
import io.hone.contracts.verdict.SignificanceTest;
import io.hone.contracts.verdict.Verdict;
import io.hone.evaluator.gate.account.AlphaAccount;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GateTest {

    private static final Instant NOW = Instant.parse("2026-11-22T10:15:30Z");
    private static final Past NONE = new Past(AlphaAccount.empty(0.05), 0, Optional.empty());

    private static final String[] RULES = {
        "classes-kept",
        "hold-out-images",
        "hold-out-images-per-class",
        "hold-out-images-new-classes",
        "minimum-gain",
        "significance",
        "class-recall",
        "negative-flips",
        "calibration",
        "latency",
        "best-so-far",
        "golden-set",
        "shared-classes",
        "new-classes"
    };

    private static Verdict judge(Evidence evidence) {
        return new Gate(Policy.DEFAULT).judge(evidence, NONE, NOW);
    }

    @Test
    void whatMeetsEveryRuleIsPromoted() {
        // When
        Verdict verdict = judge(EvidenceBuilder.better().build());

        // Then
        assertThat(verdict.outcome()).isEqualTo(Outcome.PROMOTED);
        assertThat(verdict.model()).isEqualTo(EvidenceBuilder.MODEL);
        assertThat(verdict.champion()).isEqualTo(1);
        assertThat(verdict.version()).isEqualTo(2);
        assertThat(verdict.at()).isEqualTo(NOW);
        assertThat(verdict.findings())
                .allMatch(Finding::passed)
                .extracting(Finding::rule)
                .containsExactly(RULES);
        assertThat(verdict.test()).hasValueSatisfying(test -> {
            assertThat(test.number()).isEqualTo(1);
            assertThat(test.level()).isCloseTo(0.00957, within(1e-5));
            assertThat(test.p()).isLessThan(1e-8);
            assertThat(test.passed()).isTrue();
        });
    }

    @ParameterizedTest
    @CsvSource({
        "800, 20, 80, 100, PROMOTED",
        "800, 49, 51, 100, INCONCLUSIVE", // less than half a point, but on so few images it may be more
        "80000, 4900, 5100, 10000, REJECTED", // the same beyond doubt
        "800, 80, 20, 100, REJECTED",
        "800, 45, 55, 100, INCONCLUSIVE", // a point, but maybe chance
        "400, 120, 300, 180, REJECTED", // mends much, and breaks too much
        "400, 110, 300, 190, INCONCLUSIVE", // maybe too much
        " 70, 0, 29, 0, INCONCLUSIVE", // too few images
        "  0, 99, 0, 0, INCONCLUSIVE", // too few to reject either
        "  0, 0, 0, 0, INCONCLUSIVE"
    })
    void theUnmetRulesDecide(int both, int broken, int mended, int neither, Outcome expected) {
        assertThat(judge(EvidenceBuilder.images(both, broken, mended, neither).build())
                        .outcome())
                .isEqualTo(expected);
    }

    @Test
    void withTooFewImagesNothingIsTestedAndEveryRuleIsNamedAllTheSame() {
        // When
        Verdict verdict = judge(EvidenceBuilder.images(10, 0, 80, 9).build());

        // Then
        assertThat(verdict.test()).isEmpty();
        assertThat(verdict.findings()).extracting(Finding::rule).containsExactly(RULES);
        assertThat(verdict.findings())
                .filteredOn(finding -> finding.rule().equals("significance"))
                .first()
                .satisfies(finding -> {
                    assertThat(finding.passed()).isFalse();
                    assertThat(finding.explanation()).contains("was not tested");
                });
    }

    @Test
    void aCandidateOfOtherClassesIsRejectedHoweverGood() {
        // Given
        EvidenceBuilder better = EvidenceBuilder.better();
        Evidence evidence = new Evidence(
                EvidenceBuilder.MODEL,
                better.championClasses(),
                Classes.of("dog", "cat"),
                better.paired(),
                better.report());

        // When
        Verdict verdict = judge(evidence);

        // Then
        assertThat(verdict.outcome()).isEqualTo(Outcome.REJECTED);
        assertThat(verdict.test()).isEmpty();
    }

    @Test
    void aTestCountsAlsoWhereAnotherRuleDecides() {
        // When: better beyond doubt, but too slow
        Verdict verdict = judge(EvidenceBuilder.better().latency(1, 9).build());

        // Then
        assertThat(verdict.outcome()).isEqualTo(Outcome.REJECTED);
        assertThat(verdict.test()).map(SignificanceTest::passed).contains(false);
    }

    @Test
    void theNextTestIsStricter() {
        // Given: nine tests so far, none of them passed
        Past past = new Past(new AlphaAccount(0.05, 9, List.of()), 0, Optional.empty());
        Evidence evidence = EvidenceBuilder.images(800, 45, 75, 80).build();
        assertThat(judge(evidence).outcome()).isEqualTo(Outcome.PROMOTED);

        // When
        Verdict verdict = new Gate(Policy.DEFAULT).judge(evidence, past, NOW);

        // Then
        assertThat(verdict.outcome()).isEqualTo(Outcome.INCONCLUSIVE);
        assertThat(verdict.test()).map(SignificanceTest::number).contains(10L);
    }

    @ParameterizedTest
    @CsvSource({
        "3, 1, INCONCLUSIVE", // the fourth look
        "4, 1, REJECTED", // the fifth
        "0, 29, INCONCLUSIVE",
        "0, 30, REJECTED"
    })
    void aCandidateIsNotLookedAtForEver(int looks, int days, Outcome expected) {
        // Given: a point better, but maybe by chance
        Past past = new Past(AlphaAccount.empty(0.05), looks, Optional.of(NOW.minus(Duration.ofDays(days))));

        // When
        Verdict verdict = new Gate(Policy.DEFAULT)
                .judge(EvidenceBuilder.images(800, 45, 55, 100).build(), past, NOW);

        // Then
        assertThat(verdict.outcome()).isEqualTo(expected);
        assertThat(verdict.findings().stream()
                        .anyMatch(finding -> finding.rule().equals("retry")))
                .isEqualTo(expected == Outcome.REJECTED);
    }

    @Test
    void aCandidateThatWaitsForImagesIsGivenUpForItsAgeOnly() {
        // Given: not tested yet, but postponed since long
        Past past = new Past(AlphaAccount.empty(0.05), 0, Optional.of(NOW.minus(Duration.ofDays(31))));

        // When
        Verdict verdict = new Gate(Policy.DEFAULT)
                .judge(EvidenceBuilder.images(10, 0, 9, 1).build(), past, NOW);

        // Then
        assertThat(verdict.outcome()).isEqualTo(Outcome.REJECTED);
        assertThat(verdict.findings()).last().satisfies(finding -> assertThat(finding.explanation())
                .isEqualTo("The candidate has been inconclusive for 31 days, as long as is allowed: it is given up."));
    }

    @Test
    void aPersonHasTheLastWordWhereThePolicySaysSo() {
        // Given
        Gate manual = new Gate(Policy.of(Map.of("mode", "manual")));

        // When
        Verdict verdict = manual.judge(EvidenceBuilder.better().build(), NONE, NOW);

        // Then
        assertThat(verdict.outcome()).isEqualTo(Outcome.INCONCLUSIVE);
        assertThat(Gate.awaitsApproval(verdict)).isTrue();
        assertThat(verdict.test()).map(SignificanceTest::passed).contains(true);
        assertThat(verdict.findings()).last().satisfies(finding -> assertThat(finding.explanation())
                .isEqualTo("Every rule is met; the candidate waits for a person to approve it."));
        assertThat(manual.judge(EvidenceBuilder.images(800, 80, 20, 100).build(), NONE, NOW)
                        .outcome())
                .isEqualTo(Outcome.REJECTED);
    }

    @Test
    void whomNobodyWantedIsGivenUpWithoutAnotherTest() {
        // Given: every rule was met thirty days ago
        Gate manual = new Gate(Policy.of(Map.of("mode", "manual")));
        Past past =
                new Past(AlphaAccount.empty(0.05).after(true), 1, 1, Optional.of(NOW.minus(Duration.ofDays(30))), true);

        // When
        Verdict verdict = manual.judge(EvidenceBuilder.better().build(), past, NOW);

        // Then
        assertThat(verdict.outcome()).isEqualTo(Outcome.REJECTED);
        assertThat(Gate.gaveUp(verdict)).isTrue();
        assertThat(verdict.test()).isEmpty();
        assertThat(verdict.findings())
                .extracting(Finding::rule)
                .startsWith(RULES)
                .endsWith("retry");
    }

    @Test
    void aTestSaysWhichAccountPaidForIt() {
        // Given: nine tests in all, none of them in the account of the policy's alpha
        Past past = new Past(AlphaAccount.empty(0.1), 9, 0, Optional.empty(), false);

        // When
        Verdict verdict =
                new Gate(Policy.DEFAULT).judge(EvidenceBuilder.better().build(), past, NOW);

        // Then
        assertThat(verdict.test()).hasValueSatisfying(test -> {
            assertThat(test.number()).isEqualTo(10);
            assertThat(test.alpha()).contains(0.1);
            assertThat(test.level()).isEqualTo(AlphaAccount.empty(0.1).level());
        });
    }

    @Test
    void newClassesAreJudgedApart() {
        // Given: no better on the classes that both know, and half of the new images found
        EvidenceBuilder learned = EvidenceBuilder.images(800, 40, 40, 120).added("horse", 50, 50);
        EvidenceBuilder forgot = EvidenceBuilder.images(700, 120, 20, 160).added("horse", 250, 10);
        EvidenceBuilder guesses = EvidenceBuilder.images(800, 20, 80, 100).added("horse", 10, 90);
        EvidenceBuilder one =
                EvidenceBuilder.images(800, 20, 80, 100).added("horse", 5, 95).added("truck", 90, 10);
        EvidenceBuilder maybe = EvidenceBuilder.images(800, 20, 80, 100).added("horse", 1, 4);
        EvidenceBuilder unseen = EvidenceBuilder.images(800, 20, 80, 100).added("horse", 0, 0);

        // When, Then
        assertThat(judge(learned.build()).outcome()).isEqualTo(Outcome.PROMOTED);
        assertThat(judge(forgot.build()).outcome()).isEqualTo(Outcome.REJECTED);
        assertThat(judge(guesses.build()).outcome()).isEqualTo(Outcome.REJECTED);
        assertThat(judge(one.build()).outcome()).isEqualTo(Outcome.REJECTED);
        assertThat(judge(maybe.build()).outcome()).isEqualTo(Outcome.INCONCLUSIVE);
        assertThat(judge(unseen.build()).outcome()).isEqualTo(Outcome.INCONCLUSIVE);
    }
}
