package io.hone.feed;

import io.hone.contracts.Checks;
import io.hone.contracts.image.Split;
import java.nio.file.Path;
import java.time.Duration;

/**
 * How a service reads the stream.
 *
 * @param group consumer group; its members share the models out among them
 * @param split the images it keeps; those of the other split are passed over
 * @param directory where its stores lie, one folder a model
 * @param reportsMalformed whether it sends records that break the contract to the dead letters; one service does, for
 *     every service sees them
 * @param retryAfter how long it waits when the bucket is away or a model's store cannot be opened yet
 * @param topicRefresh how soon it notices a newly registered model
 */
public record FeedSettings(
        String group,
        Split split,
        Path directory,
        boolean reportsMalformed,
        Duration retryAfter,
        Duration topicRefresh) {

    public FeedSettings {
        Checks.line("group", group, 200);
        Checks.present("split", split);
        Checks.present("directory", directory);
        Checks.present("retryAfter", retryAfter);
        Checks.present("topicRefresh", topicRefresh);
    }
}
