package io.hone.contracts.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PairedOutcomesTest {

    @Test
    void everyPairIsCountedOnce() {
        // When
        PairedOutcomes outcomes = PairedOutcomes.NONE
                .plus(true, true)
                .plus(true, true)
                .plus(true, true)
                .plus(true, false)
                .plus(true, false)
                .plus(false, true)
                .plus(false, false);

        // Then
        assertThat(outcomes).isEqualTo(new PairedOutcomes(3, 2, 1, 1));
        assertThat(outcomes.images()).isEqualTo(7);
        assertThat(outcomes.championCorrect()).isEqualTo(5);
        assertThat(outcomes.candidateCorrect()).isEqualTo(4);
    }
}
