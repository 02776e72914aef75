package io.hone.ingest.quarantine;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Images whose labels are doubted. Each key is explained in {@code application.properties}. */
@ConfigMapping(prefix = "hone.quarantine")
public interface QuarantineConfig {

    @WithDefault("10000")
    int mostImages();
}
