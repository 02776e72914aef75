package io.hone.trainer.run;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How runs are carried out. */
@ConfigMapping(prefix = "hone.run")
public interface RunConfig {

    /** How much work may be lost when the process is killed in the middle of a run. */
    @WithDefault("60s")
    Duration snapshotEvery();

    /** @throws IllegalArgumentException if it is out of its range */
    default Duration checkedSnapshotEvery() {
        if (snapshotEvery().isNegative() || snapshotEvery().compareTo(Duration.ofDays(1)) > 0) {
            throw new IllegalArgumentException(
                    "hone.run.snapshot-every is %s, must be between 0s (after each step) and 24h"
                            .formatted(snapshotEvery()));
        }
        return snapshotEvery();
    }
}
