package io.hone.cli.push;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class LongSetTest {

    @Test
    void itHoldsWhatAnOrdinarySetHolds() {
        // Given: many numbers, of which some come again, and such as share their place
        SplittableRandom random = new SplittableRandom(1);
        LongSet set = new LongSet();
        Set<Long> ordinary = new HashSet<>();

        // When
        int differences = 0;
        for (int i = 0; i < 100_000; i++) {
            long number = i % 3 == 0 ? (long) random.nextInt(50_000) << 32 : random.nextInt(50_000);
            differences += set.add(number) == ordinary.add(number) ? 0 : 1;
        }

        // Then
        assertThat(differences).isZero();
        assertThat(set.size()).isEqualTo(ordinary.size());
        assertThat(ordinary).allMatch(set::contains);
        assertThat(set.contains(-1)).isFalse();
        assertThat(set.contains(0)).isTrue();
    }
}
