package io.hone.ingest.inbox;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Whether and how the bucket's inbox is emptied. Each key is explained in {@code application.properties}. */
@ConfigMapping(prefix = "hone.inbox")
public interface InboxConfig {

    @WithDefault("false")
    boolean enabled();

    @WithDefault("10s")
    Duration every();

    @WithDefault("500")
    int listing();
}
