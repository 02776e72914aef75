package io.hone.ingest.cvat;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithParentName;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which CVATs may tell of finished jobs. Each key is explained in {@code application.properties}. */
@ConfigMapping(prefix = "hone.feeds.cvat")
public interface CvatConfig {

    /** By a name of one's own choice. */
    @WithParentName
    Map<String, Cvat> tools();

    /** One that may. */
    interface Cvat {

        /** Where it is, for its annotations and images. */
        String address();

        /** That opens it for fetching those. */
        String token();

        /** By which its webhooks are signed. */
        String secret();

        /** For which models; without any, for all. */
        Optional<List<String>> models();
    }
}
