package io.hone.evaluator.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.hone.contracts.verdict.PairedOutcomes;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExactTestsTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0, 1", // nothing differs
        "0, 5, 0.03125", // 1 of 32
        "1, 5, 0.109375", // (6 + 1) of 64
        "2, 2, 0.6875", // (6 + 4 + 1) of 16
        "5, 0, 1",
        "5, 15, 0.020694732666015625" // 21700 of 2^20
    })
    void theGainIsTestedByHalves(int broken, int mended, double p) {
        assertThat(ExactTests.better(new PairedOutcomes(100, broken, mended, 10)))
                .isCloseTo(p, within(1e-12));
        assertThat(ExactTests.worse(new PairedOutcomes(100, mended, broken, 10)))
                .isCloseTo(p, within(1e-12));
    }

    @ParameterizedTest
    @CsvSource({
        "1, 4, 3, 4, 0.24285714285714285", // the lady tasting tea, from the other end: (1 + 16) of 70
        "0, 4, 4, 4, 0.014285714285714285", // 1 of 70
        "10, 10, 20, 20, 1", // nothing differs
        "0, 10, 0, 20, 1",
        "0, 10, 0, 0, 1"
    })
    void aLowerShareIsTestedByTheHypergeometric(int right, int images, int othersRight, int others, double p) {
        assertThat(ExactTests.below(right, images, othersRight, others)).isCloseTo(p, within(1e-12));
    }
}
