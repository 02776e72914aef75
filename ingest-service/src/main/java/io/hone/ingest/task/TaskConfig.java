package io.hone.ingest.task;

import io.hone.contracts.Checks;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How what labelling tools told is worked off. Each key is explained in {@code application.properties}. */
@ConfigMapping(prefix = "hone.tasks")
public interface TaskConfig {

    @WithDefault("4")
    int workers();

    @WithDefault("5s")
    Duration firstPause();

    @WithDefault("10m")
    Duration longestPause();

    @WithDefault("24h")
    Duration giveUpAfter();

    default RetryRule rule() {
        return new RetryRule(firstPause(), longestPause(), giveUpAfter());
    }

    default int lanes() {
        return Checks.within("hone.tasks.workers", workers(), 1, 64);
    }
}
