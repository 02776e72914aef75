package io.hone.ingest.labelstudio;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithParentName;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which Label Studios may send annotations. Each key is explained in {@code application.properties}. */
@ConfigMapping(prefix = "hone.feeds.label-studio")
public interface LabelStudioConfig {

    /** By a name of one's own choice. */
    @WithParentName
    Map<String, LabelStudio> tools();

    /** One that may. */
    interface LabelStudio {

        /** Where it is, for images that were uploaded to it. */
        String address();

        /** That opens it for fetching those. */
        Optional<String> token();

        /** That its webhooks show. */
        String secret();

        /** In which header. */
        @WithDefault("X-Hone-Secret")
        String secretHeader();

        /** Which control's choice is the label; may be left out where there is one only. */
        Optional<String> fromName();

        /** Which field of a task's data holds the image's address. */
        @WithDefault("image")
        String imageField();

        /** Whether ground truth is golden; otherwise it is hold-out, and no more than that. */
        @WithDefault("true")
        boolean golden();

        /** For which models; without any, for all. */
        Optional<List<String>> models();
    }
}
