package io.hone.bench.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.hone.contracts.policy.Policy;
import io.hone.contracts.verdict.PairedOutcomes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SimulationTest {

    private static final int MANY = 200_000;

    private final SimulatedImages images = new SimulatedImages(7, MANY, Bursts.NONE);

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
        SimulatedImages growing = new SimulatedImages(7, 10, Bursts.NONE);
        asked.right(growing);

        // When
        growing.growTo(1000);

        // Then
        assertThat(asked.right(growing))
                .isEqualTo(SimulatedVersion.base(1)
                        .candidate(2, 3, 0.1, 0)
                        .right(new SimulatedImages(7, 1000, Bursts.NONE)));
    }

    @Test
    void theGateKeepsOutWhatHigherAccuracyLetsIn() {
        // Given
        Plan noBetter = new Plan(200, 500, 20, 0);

        // When
        Promotions byAccuracy = new Series(noBetter, PlainReferee.accuracy(), 42).run();
        Promotions byGate = new Series(noBetter, GateReferee.with(Policy.DEFAULT), 42).run();

        // Then
        assertThat(byAccuracy.noBetter()).isEqualTo(200);
        assertThat(byAccuracy.mistaken()).isGreaterThan(10);
        assertThat(byGate.mistaken()).isLessThanOrEqualTo(1);
    }

    @Test
    void whatIsBetterIsPromotedAmongWhatIsNot() {
        // Given
        Plan fifth = new Plan(100, 2000, 100, Bursts.NONE, 0, 5);

        // When
        Promotions promotions = new Series(fifth, GateReferee.with(Policy.DEFAULT), 42).run();

        // Then
        assertThat(promotions.noBetter()).isEqualTo(80);
        assertThat(promotions.better()).isEqualTo(20);
        assertThat(promotions.deserved()).isGreaterThan(5);
        assertThat(promotions.mistaken()).isLessThanOrEqualTo(2);
    }

    @Test
    void imagesOfABurstAreNearlyTheSame() {
        // Given
        Bursts bursts = new Bursts(10, true);
        SimulatedImages rows = new SimulatedImages(7, 20_000, bursts);
        SimulatedVersion champion = SimulatedVersion.base(1);
        SimulatedVersion candidate = champion.candidate(2, 3, 0.1, 0);

        // When
        PairedOutcomes paired = SimulatedEvidence.paired(rows, champion, candidate);

        // Then: of 2,000 rows, about as many vote as of 2,000 images differ, and some more by single images
        assertThat(paired.votes().independent()).isEqualTo(2000);
        assertThat(paired.votes().mended() + paired.votes().broken()).isBetween(200, 400);
        assertThat(paired.onlyCandidate() + paired.onlyChampion()).isBetween(1500, 2500);
    }
}
