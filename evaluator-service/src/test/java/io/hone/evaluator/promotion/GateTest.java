package io.hone.evaluator.promotion;

import static org.assertj.core.api.Assertions.assertThat;

import io.hone.contracts.model.Classes;
import io.hone.contracts.verdict.Finding;
import io.hone.contracts.verdict.Outcome;
import io.hone.contracts.verdict.Verdict;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GateTest {

    private static final Instant NOW = Instant.parse("2026-11-22T10:15:30Z");

    private final Gate gate =
            new Gate(List.of(new EnoughHoldOut(100), new MinimumGain(0.5)), Clock.fixed(NOW, ZoneOffset.UTC));

    @ParameterizedTest
    @CsvSource({
        "200, 160, 170, PROMOTED",
        "200, 160, 161, PROMOTED", // exactly 0.5 points
        "400, 160, 161, REJECTED", // 0.25 points
        "200, 160, 160, REJECTED",
        "200, 160, 150, REJECTED",
        "100,  80,  81, PROMOTED", // exactly enough images
        " 99,  10,  90, INCONCLUSIVE",
        " 99,  90,  10, INCONCLUSIVE", // too few to reject either
        "  0,   0,   0, INCONCLUSIVE"
    })
    void theFirstUnmetRuleDecides(int images, int championCorrect, int candidateCorrect, Outcome expected) {
        // When
        Verdict verdict = gate.judge(Comparisons.of(images, championCorrect, candidateCorrect));

        // Then
        assertThat(verdict.outcome()).isEqualTo(expected);
    }

    @Test
    void theVerdictNamesEveryRuleValueAndBound() {
        // When
        Verdict verdict = gate.judge(Comparisons.of(200, 160, 150));

        // Then
        assertThat(verdict.at()).isEqualTo(NOW);
        assertThat(verdict.champion()).isEqualTo(1);
        assertThat(verdict.version()).isEqualTo(2);
        assertThat(verdict.findings())
                .containsExactly(
                        new Finding(
                                "minimum-hold-out",
                                200,
                                100,
                                true,
                                "The hold-out has 200 images, at least 100 are needed to tell."),
                        new Finding(
                                "minimum-gain",
                                -5,
                                0.5,
                                false,
                                "The candidate is right on 75.00 % of the hold-out, the champion on 80.00 %: a gain of -5.00"
                                        + " points, at least +0.50 are demanded."));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "cat,dog | cat,dog | PROMOTED | keeps the champion's 2 classes.",
                "cat,dog | cat,dog,horse | PROMOTED | keeps the champion's 2 classes and has 1 more.",
                "cat,dog,truck | cat,dog,horse | REJECTED | class 2 is 'horse' in the candidate, 'truck' in the champion",
                "cat,dog | dog,cat | REJECTED | class 0 is 'dog' in the candidate, 'cat' in the champion",
                "cat,dog,truck | cat,dog | REJECTED | class 2 is absent in the candidate, 'truck' in the champion"
            })
    void aCandidateMustKeepTheChampionsClasses(String champion, String candidate, Outcome expected, String said) {
        // When: it is better by far
        Verdict verdict = Gate.of(100, 0.5, Clock.fixed(NOW, ZoneOffset.UTC))
                .judge(Comparisons.of(Classes.of(champion.split(",")), Classes.of(candidate.split(","))));

        // Then
        assertThat(verdict.outcome()).isEqualTo(expected);
        assertThat(verdict.findings()).first().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo("classes-kept");
            assertThat(finding.passed()).isEqualTo(expected == Outcome.PROMOTED);
            assertThat(finding.explanation()).contains(said);
        });
    }

    @Test
    void aGateWithoutRulesLetsEverythingThrough() {
        // When
        Verdict verdict = new Gate(List.of(), Clock.systemUTC()).judge(Comparisons.of(10, 9, 1));

        // Then
        assertThat(verdict.outcome()).isEqualTo(Outcome.PROMOTED);
        assertThat(verdict.findings()).isEmpty();
    }
}
