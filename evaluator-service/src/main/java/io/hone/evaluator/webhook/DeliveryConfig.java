package io.hone.evaluator.webhook;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How patient delivery is; {@link DeliveryRule} says within which limits. */
@ConfigMapping(prefix = "hone.webhook-delivery")
public interface DeliveryConfig {

    /** An endpoint that has not answered by then has failed. */
    @WithDefault("15s")
    Duration timeout();

    /** Before the second attempt; doubled before each that follows. */
    @WithDefault("1s")
    Duration firstPause();

    @WithDefault("5m")
    Duration longestPause();

    /** The age at which an event that was not taken goes to the dead letters. */
    @WithDefault("24h")
    Duration giveUpAfter();

    default DeliveryRule rule() {
        return new DeliveryRule(timeout(), firstPause(), longestPause(), giveUpAfter());
    }
}
