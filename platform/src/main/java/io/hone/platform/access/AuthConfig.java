package io.hone.platform.access;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** Who may come in. */
@ConfigMapping(prefix = "hone.auth")
public interface AuthConfig {

    /** Must be set: nothing is open by oversight. */
    Optional<AuthMode> mode();

    /** A key that may do everything, from 32 characters on: the one that the first keys are made with. */
    Optional<String> rootKey();

    /** A key that opens metrics and nothing else, from 32 characters on: for a scraper, whose setting-up nobody attends. */
    Optional<String> metricsKey();

    /** How long a revoked key may still open. */
    @WithDefault("10s")
    Duration keyRefresh();
}
