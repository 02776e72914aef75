package io.hone.ingest.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RetryRuleTest {

    private static final RetryRule RULE =
            new RetryRule(Duration.ofSeconds(4), Duration.ofSeconds(60), Duration.ofHours(1));

    @Test
    void pausesAreDoubledUpToTheLongest() {
        assertThat(RULE.pause(1, 1, Duration.ZERO)).isEqualTo(Duration.ofSeconds(4));
        assertThat(RULE.pause(2, 1, Duration.ZERO)).isEqualTo(Duration.ofSeconds(8));
        assertThat(RULE.pause(4, 1, Duration.ZERO)).isEqualTo(Duration.ofSeconds(32));
        assertThat(RULE.pause(1_000_000, 1, Duration.ZERO)).isEqualTo(Duration.ofSeconds(60));
        assertThat(RULE.pause(4, 0, Duration.ZERO)).isEqualTo(Duration.ofSeconds(16));
    }

    @Test
    void whoeverFailedMayAskForMorePatienceButNotForAnyAmount() {
        assertThat(RULE.pause(1, 1, Duration.ofSeconds(30))).isEqualTo(Duration.ofSeconds(30));
        assertThat(RULE.pause(1, 1, Duration.ofDays(365))).isEqualTo(Duration.ofSeconds(60));
        assertThat(RULE.pause(4, 1, Duration.ofSeconds(1))).isEqualTo(Duration.ofSeconds(32));
    }

    @Test
    void whatIsTooOldIsGivenUp() {
        Instant received = Instant.parse("2026-01-01T00:00:00Z");
        assertThat(RULE.givesUp(received, received.plusSeconds(3_599))).isFalse();
        assertThat(RULE.givesUp(received, received.plusSeconds(3_600))).isTrue();
    }

    @Test
    void aSettingOutOfItsRangeIsNamed() {
        assertThatThrownBy(() -> new RetryRule(Duration.ofSeconds(4), Duration.ofSeconds(3), Duration.ofHours(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("hone.tasks.longest-pause is PT3S, must be between PT4S and PT24H");
    }
}
