package io.hone.evaluator.drift.accuracy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AdwinTest {

    private static final double DELTA = 0.05;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void itFindsWhatThePlainOneFinds(long seed) {
        // Given: accuracy that changes up and down every few hundred answers
        SplittableRandom random = new SplittableRandom(seed);
        Adwin detector = new Adwin(DELTA);
        PlainAdwin plain = new PlainAdwin(DELTA);
        double accuracy = 0.8;
        for (int i = 0; i < 3000; i++) {
            if (i % 400 == 399) {
                accuracy = 0.3 + 0.65 * random.nextDouble();
            }
            boolean right = random.nextDouble() < accuracy;

            // When
            Optional<AccuracyFall> fall = detector.add(right);
            boolean expected = plain.add(right);

            // Then
            assertThat(fall.isPresent()).as("answer %d", i).isEqualTo(expected);
            assertThat(detector.width()).as("answer %d", i).isEqualTo(plain.width());
            assertThat(detector.accuracy()).isCloseTo(plain.accuracy(), within(1e-12));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void aFallIsToldOnceWithWhatItWasBeforeAndSince(long seed) {
        // Given
        SplittableRandom random = new SplittableRandom(seed);
        Adwin detector = new Adwin(DELTA);
        answers(detector, random, 2000, 0.9);

        // When
        AccuracyFall fall = firstFall(detector, random, 0.7).orElseThrow();

        // Then
        assertThat(fall.before()).isCloseTo(0.9, within(0.02));
        assertThat(fall.after()).isCloseTo(0.7, within(0.15));
        assertThat(fall.before() - fall.after()).isGreaterThan(fall.bound());
        assertThat(fall.labels()).isEqualTo(detector.width()).isLessThan(400);
        assertThat(answers(detector, random, 1000, 0.7)).as("more of the same").isZero();
    }

    @Test
    void aRiseIsNotToldButTheWindowFollowsIt() {
        // Given
        SplittableRandom random = new SplittableRandom(7);
        Adwin detector = new Adwin(DELTA);
        answers(detector, random, 1000, 0.6);

        // When
        int falls = answers(detector, random, 1000, 0.9);

        // Then
        assertThat(falls).isZero();
        assertThat(detector.width()).isLessThan(1500);
        assertThat(detector.accuracy()).isCloseTo(0.9, within(0.03));
    }

    @Test
    void whileNothingChangesHardlyAnythingIsTold() {
        // When: 200,000 answers
        int falls = IntStream.range(0, 40)
                .map(seed -> answers(new Adwin(DELTA), new SplittableRandom(seed), 5000, 0.6 + 0.1 * (seed % 4)))
                .sum();

        // Then
        assertThat(falls).isLessThanOrEqualTo(4);
    }

    @Test
    void itGoesOnFromItsStateAsIfNothingHadHappened() {
        // Given
        SplittableRandom random = new SplittableRandom(3);
        Adwin undisturbed = new Adwin(DELTA);
        Adwin restarted = new Adwin(DELTA);
        for (int i = 0; i < 1500; i++) {
            boolean right = random.nextDouble() < (i < 1000 ? 0.9 : 0.6);
            Optional<AccuracyFall> expected = undisturbed.add(right);

            // When
            restarted = new Adwin(DELTA, restarted.state());
            Optional<AccuracyFall> fall = restarted.add(right);

            // Then
            assertThat(fall).isEqualTo(expected);
            assertThat(restarted.state()).isEqualTo(undisturbed.state());
        }
    }

    @Test
    void itsMemoryGrowsSlowly() {
        // Given
        Adwin detector = new Adwin(DELTA);

        // When
        answers(detector, new SplittableRandom(1), 100_000, 0.9);

        // Then
        assertThat(detector.width()).isEqualTo(100_000);
        assertThat(detector.state().rows().stream().mapToInt(List::size).sum()).isLessThan(100);
    }

    @Test
    void aLevelThatIsNoneIsRefused() {
        assertThatThrownBy(() -> new Adwin(0)).hasMessageContaining("delta is 0.0");
        assertThatThrownBy(() -> new Adwin(1.5)).hasMessageContaining("delta is 1.5");
    }

    private static int answers(Adwin detector, SplittableRandom random, int count, double accuracy) {
        int falls = 0;
        for (int i = 0; i < count; i++) {
            falls += detector.add(random.nextDouble() < accuracy).isPresent() ? 1 : 0;
        }
        return falls;
    }

    private static Optional<AccuracyFall> firstFall(Adwin detector, SplittableRandom random, double accuracy) {
        for (int i = 0; i < 1000; i++) {
            Optional<AccuracyFall> fall = detector.add(random.nextDouble() < accuracy);
            if (fall.isPresent()) {
                return fall;
            }
        }
        return Optional.empty();
    }
}
