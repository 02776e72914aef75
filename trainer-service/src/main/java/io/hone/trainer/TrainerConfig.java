package io.hone.trainer;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;

/** What concerns the trainer as a whole. */
@ConfigMapping(prefix = "hone")
public interface TrainerConfig {

    /** Where stores, journal and downloads lie; may be lost, is then built up again. */
    @WithDefault("data")
    Path data();

    /** {@code auto}, {@code cpu} or {@code gpu(<index>)}. */
    @WithDefault("auto")
    String device();

    FeedConfig feed();

    /** How the image stream is read. */
    interface FeedConfig {

        /** Consumer group; the trainers of a group share the models out among them. */
        @WithDefault("hone-trainer")
        String group();

        /** How soon a newly registered model is noticed. */
        @WithDefault("5s")
        Duration topicRefresh();

        /** Pause before trying again what the bucket or Kafka refused. */
        @WithDefault("5s")
        Duration retryAfter();

        /** Largest image that is decoded, in pixels. */
        @WithDefault("25000000")
        long maxImagePixels();
    }
}
