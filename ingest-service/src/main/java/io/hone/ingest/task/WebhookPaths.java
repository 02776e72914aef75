package io.hone.ingest.task;

import io.hone.platform.access.OpenPath;
import jakarta.inject.Singleton;
import java.util.regex.Pattern;

/** Labelling tools know a secret of their own, and no key of Hone's. */
@Singleton
class WebhookPaths implements OpenPath {

    private static final Pattern WEBHOOK = Pattern.compile("/v1/models/[^/]+/feeds/(label-studio|cvat)");

    @Override
    public boolean includes(String path) {
        return WEBHOOK.matcher(path).matches();
    }
}
