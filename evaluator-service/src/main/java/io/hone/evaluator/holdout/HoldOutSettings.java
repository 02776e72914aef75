package io.hone.evaluator.holdout;

import io.hone.contracts.image.Split;
import io.hone.feed.FeedSettings;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;

/** How the hold-outs are fed. */
@ConfigMapping(prefix = "hone.feed")
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

    /** Larger encoded images go to the dead letters. */
    @WithDefault("67108864")
    int maxImageBytes();

    /** Larger images go to the dead letters; looked at before any pixel is decoded. */
    @WithDefault("25000000")
    @Min(1)
    long maxImagePixels();

    /** The trainer reports records that break the contract: every service sees them, one tells of them. */
    default FeedSettings feed(Path data) {
        return new FeedSettings(
                group(),
                Set.of(Split.HOLD_OUT),
                false,
                data.resolve("hold-out"),
                false,
                true,
                retryAfter(),
                topicRefresh());
    }
}
