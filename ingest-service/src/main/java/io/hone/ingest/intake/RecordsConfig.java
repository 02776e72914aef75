package io.hone.ingest.intake;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How the streams are read for what is known about images. Each key is explained in {@code application.properties}. */
@ConfigMapping(prefix = "hone.records")
public interface RecordsConfig {

    @WithDefault("5s")
    Duration topicRefresh();

    @WithDefault("5s")
    Duration retryAfter();

    @WithDefault("5s")
    Duration patience();
}
