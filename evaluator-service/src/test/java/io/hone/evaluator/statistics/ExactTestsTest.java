package io.hone.evaluator.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.hone.contracts.verdict.PairedOutcomes;
import java.util.Random;
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

    @ParameterizedTest
    @CsvSource({
        "5, 0, 95, 0, 0.03125", // nothing is allowed: the same by halves
        "5, 0, 95, 0.05, 1", // all that differs may break
        "8, 2, 90, 0.02, 0.16728975" // six of ten in expectation: 120932352 + 403107840 / 10^10 …
    })
    void aLossIsTestedAgainstWhatIsAllowed(int broken, int mended, int others, double allowed, double p) {
        assertThat(ExactTests.losesMore(new PairedOutcomes(others, broken, mended, 0), allowed))
                .isCloseTo(p, within(1e-8));
    }

    @ParameterizedTest
    @CsvSource({"20, 0.1, 0.3", "100, 0.1, 0.2", "100, 0.05, 0.1", "400, 0.1, 0.4"})
    void whoLosesWhatIsAllowedIsSeldomBlamed(int images, double allowed, double differing) {
        // Given: images of which a share differs, and as many more break than mend as is allowed
        Random random = new Random(7);
        int blamed = 0;
        int times = 4000;

        // When
        for (int i = 0; i < times; i++) {
            int broken = 0;
            int mended = 0;
            for (int image = 0; image < images; image++) {
                double drawn = random.nextDouble();
                broken += drawn < (differing + allowed) / 2 ? 1 : 0;
                mended += drawn >= (differing + allowed) / 2 && drawn < differing ? 1 : 0;
            }
            PairedOutcomes paired = new PairedOutcomes(images - broken - mended, broken, mended, 0);
            blamed += ExactTests.losesMore(paired, allowed) <= 0.05 ? 1 : 0;
        }

        // Then
        assertThat(blamed / (double) times).isLessThan(0.06);
    }
}
