package io.hone.trainer.trigger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

class TriggerRulesTest {

    private static final Instant NOW = Instant.parse("2026-11-22T10:15:30Z");
    private static final InstantSource CLOCK = InstantSource.fixed(NOW);

    @Test
    void enoughNewImagesMakeARunDue() {
        // Given
        TriggerRule rule = new NewImagesRule(100);

        // Then
        assertThat(rule.isDue(new ModelActivity(99, NOW))).isFalse();
        assertThat(rule.isDue(new ModelActivity(100, NOW))).isTrue();
    }

    @Test
    void enoughTimeMakesARunDueWhenSomethingHasArrived() {
        // Given
        TriggerRule rule = new IntervalRule(Duration.ofHours(24), CLOCK);

        // Then
        assertThat(rule.isDue(new ModelActivity(1, NOW.minus(Duration.ofHours(24)))))
                .isTrue();
        assertThat(rule.isDue(new ModelActivity(1, NOW.minus(Duration.ofHours(23)))))
                .isFalse();
        assertThat(rule.isDue(new ModelActivity(0, NOW.minus(Duration.ofDays(9)))))
                .isFalse();
    }

    @Test
    void settingsThatMakeNoSenseAreRefused() {
        assertThatThrownBy(() -> new NewImagesRule(1)).hasMessage("hone.trigger.new-images is 1, must be at least 2");
        assertThatThrownBy(() -> new IntervalRule(Duration.ZERO, CLOCK))
                .hasMessage("hone.trigger.interval is PT0S, must be positive");
    }
}
