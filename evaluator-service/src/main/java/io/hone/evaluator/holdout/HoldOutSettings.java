package io.hone.evaluator.holdout;

import io.hone.contracts.image.Split;
import io.hone.feed.FeedSettings;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;

/** How the hold-outs are fed. */
@ConfigMapping(prefix = "hone.holdout")
public interface HoldOutSettings {

    /** Evaluators of one group share the models out among them. */
    @WithDefault("hone-evaluator")
    String group();

    /** How soon a newly registered model is noticed. */
    @WithDefault("5s")
    Duration topicRefresh();

    /** How soon is tried again what went wrong. */
    @WithDefault("5s")
    Duration retryAfter();

    /** The trainer reports records that break the contract: every service sees them, one tells of them. */
    default FeedSettings feed(Path data) {
        return new FeedSettings(group(), Split.HOLD_OUT, data.resolve("hold-out"), false, retryAfter(), topicRefresh());
    }
}
