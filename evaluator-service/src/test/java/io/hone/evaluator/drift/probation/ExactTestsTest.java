package io.hone.evaluator.drift.probation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ExactTestsTest {

    @Test
    void aLeadIsJudgedByTheTailOfTheBinomial() {
        // Then: 1/2^7; (1 + 15 + 105 + 455) / 2^15; all of it; nothing to judge by
        assertThat(ExactTests.better(7, 0)).isCloseTo(1 / 128.0, within(1e-12));
        assertThat(ExactTests.better(12, 3)).isCloseTo(576 / 32768.0, within(1e-12));
        assertThat(ExactTests.better(0, 9)).isCloseTo(1, within(1e-12));
        assertThat(ExactTests.better(0, 0)).isEqualTo(1);
    }

    @Test
    void aLowerShareIsJudgedByTheTailOfTheHypergeometric() {
        // Then: Fisher's lady tasting tea, from the other end: (1 + 16) / 70
        assertThat(ExactTests.below(1, 4, 3, 4)).isCloseTo(17 / 70.0, within(1e-12));
        assertThat(ExactTests.below(0, 4, 4, 4)).isCloseTo(1 / 70.0, within(1e-12));
    }

    @Test
    void whereNothingDiffersNothingIsBelow() {
        assertThat(ExactTests.below(10, 10, 20, 20)).isEqualTo(1);
        assertThat(ExactTests.below(0, 10, 0, 20)).isEqualTo(1);
        assertThat(ExactTests.below(0, 10, 0, 0)).isEqualTo(1);
    }
}
