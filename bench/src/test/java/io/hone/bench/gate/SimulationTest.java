package io.hone.bench.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.hone.bench.gate.Series.Plan;
import io.hone.contracts.policy.Policy;
import io.hone.contracts.verdict.PairedOutcomes;
import io.hone.evaluator.gate.account.AlphaAccount;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SimulationTest {

    private static final int MANY = 200_000;

    private final SimulatedImages images = new SimulatedImages(7, MANY);

    @ParameterizedTest
    @CsvSource({"0", "0.02", "-0.02", "0.05"})
    void aCandidateIsTrulyAsMuchBetterAsItIsSaidToBe(double gain) {
        // Given: the candidate of a candidate
        SimulatedVersion champion = SimulatedVersion.base(1).candidate(2, 3, 0.1, 0.02);
        SimulatedVersion candidate = champion.candidate(3, 4, 0.1, gain);

        // When
        PairedOutcomes paired = SimulatedEvidence.paired(images, champion, candidate);

        // Then
        double differing = (paired.onlyChampion() + paired.onlyCandidate()) / (double) MANY;
        double better = (paired.onlyCandidate() - paired.onlyChampion()) / (double) MANY;
        assertThat(differing).isCloseTo(0.1, within(0.003));
        assertThat(better).isCloseTo(gain, within(0.003));
        assertThat(paired.championCorrect() / (double) MANY)
                .isCloseTo(SimulatedClasses.meanAccuracy() + 0.02, within(0.004));
    }

    @Test
    void aVersionAnswersTheSameHoweverTheHoldOutGrew() {
        // Given
        SimulatedVersion asked = SimulatedVersion.base(1).candidate(2, 3, 0.1, 0);
        SimulatedImages growing = new SimulatedImages(7, 10);
        asked.right(growing);

        // When
        growing.growTo(1000);

        // Then
        assertThat(asked.right(growing))
                .isEqualTo(SimulatedVersion.base(1).candidate(2, 3, 0.1, 0).right(new SimulatedImages(7, 1000)));
    }

    @Test
    void theGateKeepsOutWhatHigherAccuracyLetsIn() {
        // Given
        Plan noBetter = new Plan(200, 500, 20, 0.1, 0);

        // When
        int byAccuracy = new Series(noBetter, PlainReferee.accuracy(), 42).run();
        int byGate = new Series(noBetter, new GateReferee(Policy.DEFAULT, AlphaAccount.empty(0.05)), 42).run();

        // Then
        assertThat(byAccuracy).isGreaterThan(10);
        assertThat(byGate).isLessThanOrEqualTo(1);
    }
}
