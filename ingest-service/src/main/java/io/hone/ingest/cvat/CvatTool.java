package io.hone.ingest.cvat;

import io.hone.ingest.task.ToolSettings;
import java.util.Optional;

/** A CVAT that may tell of finished jobs. */
record CvatTool(ToolSettings settings, Signature signature) {

    static final String FAMILY = "hone.feeds.cvat";

    /** @throws IllegalArgumentException if a setting cannot be used; the message names it, its value and what it must be */
    static CvatTool of(String name, CvatConfig.Cvat config) {
        ToolSettings settings =
                ToolSettings.of(FAMILY, name, config.address(), Optional.of(config.token()), config.models());
        return new CvatTool(
                settings, new Signature(ToolSettings.secret(settings.prefix() + ".secret", config.secret())));
    }

    String name() {
        return settings.name();
    }

    String annotations(String job) {
        return "%s/api/jobs/%s/annotations".formatted(settings.address(), job);
    }

    /** @param page from 1 on */
    String labels(String job, int page) {
        return "%s/api/labels?job_id=%s&page=%d&page_size=%d".formatted(settings.address(), job, page, 100);
    }

    String frame(String job, int frame) {
        return "%s/api/jobs/%s/data?type=frame&number=%d&quality=original".formatted(settings.address(), job, frame);
    }
}
