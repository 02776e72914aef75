package io.hone.trainer.images;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How the image stream is read. */
@ConfigMapping(prefix = "hone.feed")
public interface FeedConfig {

    /** Consumer group; the trainers of a group share the models out among them. */
    @WithDefault("hone-trainer")
    String group();

    /** How soon a newly registered model is noticed. */
    @WithDefault("5s")
    Duration topicRefresh();

    /** Pause before trying again what the bucket or Kafka refused. */
    @WithDefault("5s")
    Duration retryAfter();

    /** Largest encoded image that is read, in bytes. */
    @WithDefault("67108864")
    int maxImageBytes();

    /** Largest image that is decoded, in pixels. */
    @WithDefault("25000000")
    long maxImagePixels();
}
