package io.hone.ingest.fetch;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithParentName;
import java.util.Map;

/** Headers that open hosts of images; each is sent to its own host and to no other. */
@ConfigMapping(prefix = "hone.fetch-headers")
public interface FetchHeadersConfig {

    /** By a name of one's own choice. */
    @WithParentName
    Map<String, OpeningHeader> headers();

    /** What one host asks for. */
    interface OpeningHeader {

        /** Scheme, host and port, such as {@code https://images.example.org}. */
        String address();

        @WithDefault("Authorization")
        String header();

        String value();
    }
}
