package io.hone.ingest.fetch;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What may be fetched from addresses that others send in. Each key is explained in {@code application.properties}. */
@ConfigMapping(prefix = "hone.fetch")
public interface FetchConfig {

    @WithDefault("http,https,s3")
    List<String> schemes();

    /** Without any, only the labelling tools' own hosts. */
    Optional<List<String>> hosts();

    /** Without any, addresses beginning with {@code s3:} are refused. */
    Optional<List<String>> buckets();

    /** Otherwise reserved networks that may be connected to all the same. */
    Optional<List<String>> privateNetworks();

    @WithDefault("3")
    int mostRedirects();

    @WithDefault("5s")
    Duration connectTimeout();

    @WithDefault("10s")
    Duration readTimeout();

    @WithDefault("30s")
    Duration totalTimeout();

    default FetchLimits limits() {
        return new FetchLimits(mostRedirects(), connectTimeout(), readTimeout(), totalTimeout());
    }
}
