package io.hone.bench.drift;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TrialsTest {

    private final Trials trials = new Trials(42, 20);

    @Test
    void everyDetectorNoticesALargeFallAndNoneWhereNothingChanges() {
        for (boolean isStandardised : new boolean[] {false, true}) {
            // When
            Delays delays = trials.delays(
                    () -> new PageHinkley(isStandardised ? 0.1 : 0.02, isStandardised ? 40 : 25, isStandardised),
                    1000,
                    Trials.always(0.9),
                    Trials.always(0.6));

            // Then
            assertThat(delays.missed()).isZero();
            assertThat(delays.median()).isBetween(20.0, 200.0);
        }
        // Of 100,000 labels in all: one or two alarms are chance
        assertThat(trials.falseAlarms(() -> Detector.adwin(0.05), Trials.always(0.9)))
                .isLessThanOrEqualTo(0.2);
        assertThat(trials.falseAlarms(() -> new PageHinkley(0.005, 50, false), Trials.always(0.9)))
                .isLessThanOrEqualTo(0.2);
    }

    @Test
    void whatIsNeverNoticedHasNoMedian() {
        // Given
        Delays delays = new Delays(List.of(Delays.NEVER, 30, Delays.NEVER));

        // Then
        assertThat(delays.median()).isNaN();
        assertThat(delays).hasToString("never … never (66.7 % never)");
        assertThat(new Delays(List.of(40, 30, 50))).hasToString("40 … 50");
    }

    @Test
    void whatNineOfTenDoNotExceedIsTheNinthOfTen() {
        // Given
        Delays delays = new Delays(List.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10));

        // Then
        assertThat(delays.median()).isEqualTo(5);
        assertThat(delays.quantile(0.9)).isEqualTo(9);
        assertThat(delays.quantile(0.91)).isEqualTo(10);
    }

    @Test
    void changesComeAtAnyOfADetectorsSteps() {
        // Given: it looks at each 32nd answer
        Delays delays = trials.delays(() -> Detector.adwin(0.05), 1000, Trials.always(1), Trials.always(0));

        // Then
        assertThat(delays.sorted().stream().map(delay -> delay % 32).distinct()).hasSizeGreaterThan(5);
    }
}
