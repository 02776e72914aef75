package io.hone.evaluator.drift.probation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hone.contracts.verdict.Finding;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ProbationRulesTest {

    private static final ProbationSettings SETTINGS = new ProbationSettings(500, 5, 0.05, 0.1);

    private final ProbationRules rules = new ProbationRules(SETTINGS);
    private final Probation promised80 = Probation.of(7, 3, 2, new Promise(1000, 800, 0));

    /** Labels that both, only the previous, only the new, or neither is right about, mixed evenly. */
    private Probation after(Probation probation, int both, int onlyPrevious, int onlyNew, int neither) {
        Probation now = probation;
        int labels = both + onlyPrevious + onlyNew + neither;
        for (int i = 0; i < labels && now.status() == ProbationStatus.RUNNING; i++) {
            // 37 has no divisor in common with the numbers of labels used here
            int place = i * 37 % labels;
            boolean previous = place < both + onlyPrevious;
            boolean own = place < both || (place >= both + onlyPrevious && place < labels - neither);
            now = rules.after(now, Optional.of(previous), own);
        }
        return now;
    }

    @Test
    void onlyACheckpointJudges() {
        // When
        Probation before = after(promised80, 0, 99, 0, 0);

        // Then
        assertThat(before.status()).isEqualTo(ProbationStatus.RUNNING);
        assertThat(before.findings()).isEmpty();
        assertThat(rules.after(before, Optional.of(true), false).status()).isEqualTo(ProbationStatus.FAILED);
    }

    @Test
    void whoIsSignificantlyWorseThanThePreviousFailsWithTheReason() {
        // When: as promised, but the previous would have been better
        Probation failed = after(promised80, 78, 14, 2, 6);

        // Then
        assertThat(failed.status()).isEqualTo(ProbationStatus.FAILED);
        assertThat(failed.isPromiseBroken()).isFalse();
        assertThat(failed.paired().images()).isEqualTo(100);
        assertThat(failed.reason())
                .isEqualTo(
                        "On 100 labels since its promotion, version 3 is right on 80.0 %, version 2 before it on 92.0 %"
                                + " of the same images: worse (p = 0.0021, worse from 0.010 on).");
    }

    @Test
    void whoIsNoWorsePasses() {
        // When
        Probation passed = after(promised80, 385, 15, 20, 80);

        // Then
        assertThat(passed.status()).isEqualTo(ProbationStatus.PASSED);
        assertThat(passed.paired().images()).isEqualTo(500);
        assertThat(passed.findings()).extracting(Finding::passed).containsOnly(true);
    }

    @Test
    void aBrokenPromiseAloneIsNoReasonWhenThePreviousIsNoBetterOff() {
        // When: the world has become harder for both
        Probation passed = after(promised80, 275, 20, 25, 180);

        // Then
        assertThat(passed.isPromiseBroken()).isTrue();
        assertThat(passed.status()).isEqualTo(ProbationStatus.PASSED);
        assertThat(passed.promiseFinding())
                .hasValueSatisfying(finding -> assertThat(finding.passed()).isFalse());
    }

    @Test
    void withABrokenPromiseAClearLeadOfThePreviousIsEnough() {
        // Given: a lead that would not do by itself, p = 0.017
        int[] lead = {45, 13, 3, 39};
        Probation kept = after(Probation.of(7, 3, 2, new Promise(1000, 500, 0)), lead[0], lead[1], lead[2], lead[3]);
        assertThat(kept.status()).isEqualTo(ProbationStatus.RUNNING);

        // When
        Probation broken = after(promised80, lead[0], lead[1], lead[2], lead[3]);

        // Then
        assertThat(broken.status()).isEqualTo(ProbationStatus.FAILED);
        assertThat(broken.reason())
                .contains("version 2 before it on 58.0 %")
                .contains("The hold-out promised 80.0 % (of 1000 images)")
                .contains("not kept");
    }

    @Test
    void whoIsNoWorseIsHardlyEverTakenBack() {
        // Then: at most α = 0.05 of them, whatever they have in common
        assertThat(takenBackOfThousand(0.8)).isBetween(1L, 50L);
    }

    @Test
    void whoIsNoWorseInAWorldThatHasBecomeHarderIsSeldomTakenBack() {
        // Then: at most doubt = 0.1 of them, though all have broken their promise
        assertThat(takenBackOfThousand(0.6)).isBetween(10L, 100L);
    }

    /** Equally good at this accuracy, and each alone right about one label in ten; 80 % were promised. */
    private long takenBackOfThousand(double accuracy) {
        return IntStream.range(0, 1000)
                .filter(seed -> {
                    Random random = new Random(seed);
                    Probation now = promised80;
                    while (now.status() == ProbationStatus.RUNNING) {
                        double draw = random.nextDouble();
                        boolean previous = draw < accuracy;
                        boolean own = draw < accuracy - 0.1 || (!previous && draw < accuracy + 0.1);
                        now = rules.after(now, Optional.of(previous), own);
                    }
                    return now.status() == ProbationStatus.FAILED;
                })
                .count();
    }

    @Test
    void whatThePreviousCouldNotBeAskedAboutMakesItLongerButNotEndless() {
        // When: it is away for a while, and then for good
        Probation now = promised80;
        for (int i = 0; i < 100; i++) {
            now = rules.after(now, Optional.empty(), true);
        }
        Probation passed = after(now, 385, 15, 20, 80);
        for (int i = 0; i < 399; i++) {
            now = rules.after(now, Optional.empty(), true);
        }

        // Then
        assertThat(passed.status()).isEqualTo(ProbationStatus.PASSED);
        assertThat(now.status()).isEqualTo(ProbationStatus.RUNNING);
        Probation undecided = rules.after(now, Optional.empty(), true);
        assertThat(undecided.status()).isEqualTo(ProbationStatus.UNDECIDED);
        assertThat(undecided.superseded()).isEqualTo(undecided);
    }

    @Test
    void whoIsReplacedMeanwhileHasNeitherPassedNorFailed() {
        assertThat(promised80.superseded().status()).isEqualTo(ProbationStatus.SUPERSEDED);
        assertThat(after(promised80, 78, 14, 2, 6).superseded().status()).isEqualTo(ProbationStatus.SUPERSEDED);
        assertThat(after(promised80, 385, 15, 20, 80).superseded().status()).isEqualTo(ProbationStatus.PASSED);
    }

    @Test
    void checkpointsAreEvenlySpread() {
        // Given: five in 333 labels
        ProbationSettings odd = new ProbationSettings(333, 5, 0.05, 0.1);

        // Then
        assertThat(IntStream.rangeClosed(1, 333).filter(odd::isCheckpoint)).containsExactly(67, 134, 200, 267, 333);
    }

    @Test
    void settingsOutOfRangeAreRefused() {
        assertThatThrownBy(() -> new ProbationSettings(500, 0, 0.05, 0.1))
                .hasMessage("hone.drift.probation-checkpoints is 0, must be between 1 and 500");
        assertThatThrownBy(() -> new ProbationSettings(500, 5, 0, 0.1))
                .hasMessageContaining("hone.drift.probation-alpha is 0.0");
    }
}
