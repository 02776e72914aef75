package io.hone.evaluator.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeliveryRuleTest {

    private static final DeliveryRule RULE = new DeliveryRule(
            Duration.ofSeconds(15), Duration.ofSeconds(1), Duration.ofMinutes(5), Duration.ofHours(24));

    @ParameterizedTest
    @CsvSource({
        "1, 1, 1000",
        "1, 0, 500",
        "2, 1, 2000",
        "3, 0.5, 3000",
        "9, 1, 256000",
        "10, 1, 300000",
        "999, 0, 150000"
    })
    void pausesDoubleUpToTheLongestAndHalfIsLeftToChance(int attempts, double chance, long millis) {
        assertThat(RULE.pause(attempts, chance)).hasMillis(millis);
    }

    @ParameterizedTest
    @CsvSource({"0, 1000", "60, 60000", "9999, 300000"})
    void anEndpointMayAskForMorePatienceWithinLimits(long askedFor, long millis) {
        assertThat(RULE.pause(1, 1, Duration.ofSeconds(askedFor))).hasMillis(millis);
    }

    @Test
    void anEventIsGivenUpByItsAge() {
        Instant told = Instant.parse("2026-11-22T10:15:30Z");
        assertThat(RULE.givesUp(told, told.plus(Duration.ofHours(24)), 0)).isTrue();
        assertThat(RULE.givesUp(told, told.plusSeconds(15), DeliveryRule.MOST_REFUSALS))
                .isTrue();
        assertThat(RULE.givesUp(told, told.plus(Duration.ofHours(24)).minusMillis(1), DeliveryRule.MOST_REFUSALS - 1))
                .isFalse();
    }

    @Test
    void aDurationOutOfItsLimitsIsNamed() {
        assertThatThrownBy(() -> new DeliveryRule(
                        Duration.ofMinutes(2), Duration.ofSeconds(1), Duration.ofMinutes(5), Duration.ofHours(24)))
                .hasMessage("hone.webhook-delivery.timeout is PT2M, must be between PT0.1S and PT1M");
        assertThatThrownBy(() -> new DeliveryRule(
                        Duration.ofSeconds(2), Duration.ofSeconds(9), Duration.ofSeconds(5), Duration.ofHours(24)))
                .hasMessage("hone.webhook-delivery.longest-pause is PT5S, must be between PT9S and PT24H");
    }
}
