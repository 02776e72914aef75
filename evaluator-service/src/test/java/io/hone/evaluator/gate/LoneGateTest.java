package io.hone.evaluator.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.hone.contracts.model.Classes;
import io.hone.contracts.policy.Policy;
import io.hone.contracts.verdict.Finding;
import io.hone.contracts.verdict.Measurement;
import io.hone.contracts.verdict.Outcome;
import io.hone.contracts.verdict.Verdict;
import io.hone.evaluator.gate.account.AlphaAccount;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoneGateTest {

    private static final Instant NOW = Instant.parse("2026-11-22T10:15:30Z");
    private static final Classes CLASSES = Classes.of("cat", "dog");
    private static final Past NONE = new Past(AlphaAccount.empty(0.05), 0, Optional.empty());

    private static LoneEvidence evidence(int images, int correct, Optional<Classes> kept) {
        return new LoneEvidence(
                EvidenceBuilder.MODEL,
                4,
                "its weights\nare gone",
                kept,
                CLASSES,
                new Measurement(5, images, correct, 1));
    }

    @ParameterizedTest
    @CsvSource({
        "200, 100, INCONCLUSIVE", // at the floor
        "200, 99, REJECTED",
        "99, 99, INCONCLUSIVE",
        "0, 0, INCONCLUSIVE"
    })
    void aCandidateMustBeatTheFloorOnEnoughImages(int images, int correct, Outcome expected) {
        // When
        Verdict verdict =
                new LoneGate(Policy.DEFAULT).judge(evidence(images, correct, Optional.of(CLASSES)), NONE, NOW);

        // Then
        assertThat(verdict.outcome()).isEqualTo(expected);
        assertThat(verdict.test()).isEmpty();
        assertThat(verdict.champion()).isEqualTo(4);
        assertThat(verdict.findings())
                .extracting(Finding::rule)
                .startsWith("champion-usable", "classes-kept", "hold-out-images", "floor");
    }

    @Test
    void theVerdictSaysThatThereWasNobodyToCompareWith() {
        // When
        Verdict verdict = new LoneGate(Policy.DEFAULT).judge(evidence(200, 150, Optional.of(CLASSES)), NONE, NOW);

        // Then
        assertThat(verdict.findings()).first().satisfies(finding -> {
            assertThat(finding.passed()).isFalse();
            assertThat(finding.explanation())
                    .isEqualTo("Version 4, the champion, cannot be used, and no champion before it can, so there is"
                            + " nothing to compare the candidate with: its weights are gone");
        });
    }

    @Test
    void aClassIdKeepsItsMeaningAlsoWithoutAChampion() {
        // Given
        LoneGate gate = new LoneGate(Policy.DEFAULT);

        // When, Then
        assertThat(gate.judge(evidence(200, 200, Optional.of(Classes.of("dog", "cat"))), NONE, NOW)
                        .outcome())
                .isEqualTo(Outcome.REJECTED);
        assertThat(gate.judge(evidence(200, 200, Optional.empty()), NONE, NOW).outcome())
                .isEqualTo(Outcome.REJECTED);
    }

    @Test
    void aPersonHasTheLastWordWhateverThePolicySays() {
        // When
        Verdict verdict = new LoneGate(Policy.DEFAULT).judge(evidence(200, 200, Optional.of(CLASSES)), NONE, NOW);

        // Then
        assertThat(Gate.awaitsApproval(verdict)).isTrue();
    }

    @Test
    void whoWaitsTooLongIsGivenUp() {
        // Given
        Past past = new Past(AlphaAccount.empty(0.05), 0, Optional.of(NOW.minus(Duration.ofDays(30))));

        // When
        Verdict verdict = new LoneGate(Policy.DEFAULT).judge(evidence(9, 9, Optional.of(CLASSES)), past, NOW);

        // Then
        assertThat(verdict.outcome()).isEqualTo(Outcome.REJECTED);
    }
}
