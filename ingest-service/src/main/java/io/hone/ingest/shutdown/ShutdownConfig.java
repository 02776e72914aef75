package io.hone.ingest.shutdown;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How the service ends. Each key is explained in {@code application.properties}. */
@ConfigMapping(prefix = "hone.shutdown")
interface ShutdownConfig {

    @WithDefault("15s")
    Duration patience();
}
