package io.hone.evaluator.drift;

import io.hone.contracts.Checks;
import io.hone.contracts.image.Split;
import io.hone.evaluator.drift.probation.ProbationSettings;
import io.hone.feed.FeedSettings;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.OptionalDouble;

/** How incoming labels are predicted before anything is trained on them. */
@ConfigMapping(prefix = "hone.drift")
public interface DriftConfig {

    /** Evaluators of one group share the models out among them; not the group of the hold-out, which reads less. */
    @WithDefault("hone-evaluator-drift")
    String group();

    /** Images that a network is shown at once. */
    @WithDefault("32")
    int batchSize();

    /** Labels of the sliding window. */
    @WithDefault("500")
    int window();

    /** Labels after which an answer counts half in the exponential accuracy. */
    @WithDefault("250")
    double halfLife();

    /** How probable the detector's false alarm may be, at each look. */
    @WithDefault("0.05")
    double delta();

    /** Accuracy below which a full window is told, 0 to 1. */
    OptionalDouble floor();

    /** Labels after a promotion on which the previous champion is asked too. */
    @WithDefault("500")
    int probationImages();

    /** How often the two are compared meanwhile. */
    @WithDefault("5")
    int probationCheckpoints();

    /** How probable the rollback of a champion may be that is no worse. */
    @WithDefault("0.05")
    double probationAlpha();

    /** The same while its hold-out's promise is broken. */
    @WithDefault("0.1")
    double probationDoubt();

    /** @throws IllegalArgumentException if one is out of its range */
    default DriftSettings settings() {
        return new DriftSettings(
                window(),
                halfLife(),
                delta(),
                floor(),
                new ProbationSettings(probationImages(), probationCheckpoints(), probationAlpha(), probationDoubt()));
    }

    /** @throws IllegalArgumentException if it is out of its range */
    default int checkedBatchSize() {
        return Checks.within("hone.drift.batch-size", batchSize(), 1, 4096);
    }

    /** All labels; what cannot be used is reported by those who read only their own split. */
    default FeedSettings feed(Path data, Duration retryAfter, Duration topicRefresh) {
        return new FeedSettings(
                group(),
                EnumSet.allOf(Split.class),
                false,
                data.resolve("drift"),
                false,
                false,
                retryAfter,
                topicRefresh);
    }
}
