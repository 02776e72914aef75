package io.hone.trainer.trigger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hone.contracts.drift.DriftDetected;
import io.hone.contracts.model.ModelName;
import io.hone.contracts.verdict.Finding;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;

class TriggerRulesTest {

    private static final ModelName MODEL = new ModelName("plants");
    private static final Instant NOW = Instant.parse("2026-11-22T10:15:30Z");
    private static final InstantSource CLOCK = InstantSource.fixed(NOW);

    @Test
    void enoughNewImagesMakeARunDue() {
        // Given
        TriggerRule rule = new NewImagesRule(100);

        // Then
        assertThat(rule.isDue(activity(99, NOW))).isFalse();
        assertThat(rule.isDue(activity(100, NOW))).isTrue();
    }

    @Test
    void enoughTimeMakesARunDueWhenSomethingHasArrived() {
        // Given
        TriggerRule rule = new IntervalRule(Duration.ofHours(24), CLOCK);

        // Then
        assertThat(rule.isDue(activity(1, NOW.minus(Duration.ofHours(24))))).isTrue();
        assertThat(rule.isDue(activity(1, NOW.minus(Duration.ofHours(23))))).isFalse();
        assertThat(rule.isDue(activity(0, NOW.minus(Duration.ofDays(9))))).isFalse();
    }

    @Test
    void driftByALabelThatTheLastRunHasNotSeenMakesARunDue() {
        // Given
        TriggerRule rule = new DriftRule(model -> List.of(driftAt(500)), 50);

        // Then: it was seen at 501, and read at 501
        assertThat(rule.isDue(new ModelActivity(MODEL, 50, NOW, 500, 501))).isTrue();
        assertThat(rule.isDue(new ModelActivity(MODEL, 50, NOW, 501, 900))).isFalse();
        assertThat(rule.isDue(new ModelActivity(MODEL, 50, NOW, 400, 500))).isFalse();
        assertThat(rule.isDue(new ModelActivity(MODEL, 49, NOW, 400, 501))).isFalse();
    }

    @Test
    void aDriftThatIsNotReadYetHidesNoneThatIs() {
        // Given
        TriggerRule rule = new DriftRule(model -> List.of(driftAt(500), driftAt(900)), 50);

        // Then
        assertThat(rule.isDue(new ModelActivity(MODEL, 50, NOW, 400, 600))).isTrue();
    }

    @Test
    void withoutDriftNoRunIsDueForIt() {
        // Given
        TriggerRule rule = new DriftRule(model -> List.of(), 2);

        // Then
        assertThat(rule.isDue(new ModelActivity(MODEL, 5000, NOW, 0, 5000))).isFalse();
    }

    private static ModelActivity activity(int newImages, Instant lastRunAt) {
        return new ModelActivity(MODEL, newImages, lastRunAt, 0, newImages);
    }

    private static DriftDetected driftAt(long offset) {
        return new DriftDetected(
                MODEL, NOW, offset, 1, 0.9, 0.7, 100, new Finding("accuracy-change", 0.2, 0.1, false, "less"));
    }

    @Test
    void settingsThatMakeNoSenseAreRefused() {
        assertThatThrownBy(() -> new NewImagesRule(1)).hasMessage("hone.trigger.new-images is 1, must be at least 2");
        assertThatThrownBy(() -> new DriftRule(model -> List.of(), 1))
                .hasMessage("hone.trigger.on-drift-images is 1, must be at least 2");
        assertThatThrownBy(() -> new IntervalRule(Duration.ZERO, CLOCK))
                .hasMessage("hone.trigger.interval is PT0S, must be positive");
    }
}
