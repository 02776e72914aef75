package io.hone.evaluator.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.hone.contracts.verdict.PairedOutcomes;
import java.util.SplittableRandom;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarginTestTest {

    private static final double LEVEL = 0.05;

    @ParameterizedTest
    @CsvSource({
        "100, 9, 4, 0, 1.386750490563073", // no margin: McNemar's 5 / √13
        "100, 15, 0, 0.1, 1.666666666666667", // nothing can be mended in truth: 5 / √9
        "1000, 100, 0, 0.1, 0",
        "100, 30, 10, 0.1, 1.636283" // mended in truth (√1204 + 22) / 400, so 10 / √(100 · 0.373494)
    })
    void theScoreFollowsThePaper(int images, int broken, int mended, double margin, double score) {
        assertThat(Score.of(images, broken, mended, margin)).isCloseTo(score, within(1e-3));
    }

    @ParameterizedTest
    @CsvSource({"20, 5, 0, 0.1", "20, 6, 1, 0.1", "20, 9, 4, 0.05", "30, 3, 0, 0", "12, 8, 2, 0.3", "40, 12, 1, 0.1"})
    void theProbabilityIsTheWorstOverAllOutcomes(int images, int broken, int mended, double margin) {
        // Given: every outcome, under every share that could be mended
        double observed = Score.of(images, broken, mended, margin) - 1e-9;
        double worst = 0;
        for (double share = 0; share <= (1 - margin) / 2; share += 0.002) {
            double sum = 0;
            for (int c = 0; c <= images; c++) {
                for (int b = 0; b <= images - c; b++) {
                    if (Score.of(images, b, c, margin) >= observed) {
                        sum += BinomialDistribution.of(images, share).probability(c)
                                * BinomialDistribution.of(images - c, Math.min(1, (share + margin) / (1 - share)))
                                        .probability(b);
                    }
                }
            }
            worst = Math.max(worst, sum);
        }

        // When
        double p = ExactTests.losesMore(paired(images, broken, mended), margin);

        // Then
        assertThat(p).isCloseTo(worst, within(0.02 * worst + 2e-6));
    }

    @ParameterizedTest
    @CsvSource({
        "20, 0, 2000",
        "20, 0.05, 2000",
        "100, 0, 2000",
        "100, 0.02, 2000",
        "100, 0.1, 2000",
        "1000, 0, 1000",
        "1000, 0.002, 1000",
        "1000, 0.1, 300",
        "10000, 0, 500",
        "10000, 0.001, 200",
        "10000, 0.1, 100"
    })
    void whoLosesWhatIsAllowedIsSeldomBlamed(int images, double mended, int times) {
        // When: ten points are lost in truth, as many as are allowed
        double blamed = blamed(images, mended + 0.1, mended, times);

        // Then
        double chance = 3 * Math.sqrt(LEVEL * (1 - LEVEL) / times);
        assertThat(blamed).isLessThanOrEqualTo(LEVEL + chance);
    }

    @ParameterizedTest
    @CsvSource({
        "20, 0.5, 0, 0.9",
        "100, 0.25, 0.02, 0.85",
        "1000, 0.15, 0, 0.99",
        "1000, 0.22, 0.07, 0.85",
        "10000, 0.12, 0, 0.99"
    })
    void whoLosesMuchMoreIsBlamed(int images, double broken, double mended, double often) {
        assertThat(blamed(images, broken, mended, 200)).isGreaterThanOrEqualTo(often);
    }

    @Test
    void whereNoMoreIsLostThanAllowedNobodyIsBlamed() {
        assertThat(ExactTests.losesMore(paired(100, 10, 0), 0.1)).isEqualTo(1);
        assertThat(ExactTests.losesMore(paired(100, 3, 9), 0.1)).isEqualTo(1);
        assertThat(ExactTests.losesMore(paired(3, 3, 0), 1)).isEqualTo(1);
        assertThat(ExactTests.losesMore(PairedOutcomes.NONE, 0.1)).isEqualTo(1);
    }

    private static double blamed(int images, double broken, double mended, int times) {
        SplittableRandom random = new SplittableRandom(7);
        int blamed = 0;
        for (int i = 0; i < times; i++) {
            blamed += ExactTests.losesMore(drawn(random, images, broken, mended), 0.1) <= LEVEL ? 1 : 0;
        }
        return blamed / (double) times;
    }

    private static PairedOutcomes drawn(SplittableRandom random, int images, double broken, double mended) {
        int b = 0;
        int c = 0;
        for (int image = 0; image < images; image++) {
            double drawn = random.nextDouble();
            b += drawn < broken ? 1 : 0;
            c += drawn >= broken && drawn < broken + mended ? 1 : 0;
        }
        return paired(images, b, c);
    }

    private static PairedOutcomes paired(int images, int broken, int mended) {
        return new PairedOutcomes(images - broken - mended, broken, mended, 0);
    }
}
