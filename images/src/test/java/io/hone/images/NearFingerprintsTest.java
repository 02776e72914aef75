package io.hone.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NearFingerprintsTest {

    private static final Random RANDOM = new Random(42);

    private static Fingerprint random() {
        return new Fingerprint(RANDOM.nextLong());
    }

    /** In any of the bits. */
    private static Fingerprint changed(Fingerprint fingerprint, int bits) {
        long mask = 0;
        while (Long.bitCount(mask) < bits) {
            mask |= 1L << RANDOM.nextInt(Fingerprint.BITS);
        }
        return new Fingerprint(fingerprint.bits() ^ mask);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 7, 8, 15, 16, 31, 63})
    void findsWhatComparingWithAllWouldFind(int distance) {
        // Given
        List<Fingerprint> held =
                Stream.generate(NearFingerprintsTest::random).limit(200).toList();
        NearFingerprints near = new NearFingerprints(held, distance);

        // When, then: far ones, and ones just inside and just outside
        for (int i = 0; i < 1000; i++) {
            Fingerprint asked = i % 4 == 0
                    ? random()
                    : changed(held.get(i % held.size()), Math.max(0, Math.min(64, distance - 1 + i % 4)));
            assertThat(near.anyNear(asked))
                    .isEqualTo(held.stream().anyMatch(other -> other.distance(asked) <= distance));
        }
    }

    @Test
    void amongNoneThereIsNoneNear() {
        assertThat(new NearFingerprints(List.of(), 8).anyNear(random())).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 64})
    void aDistanceMustMakeSense(int distance) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new NearFingerprints(List.of(), distance))
                .withMessage("distance is %d, must be 0 to 63", distance);
    }
}
