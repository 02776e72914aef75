package io.hone.feed;

import io.hone.contracts.Checks;
import io.hone.contracts.image.Split;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;

/**
 * How a service reads the stream.
 *
 * @param group consumer group; its members share the models out among them
 * @param splits the images it keeps; those of another split are passed over
 * @param looksAtOthers whether it decodes images of another split too, to leave their fingerprints with their traces
 * @param directory where its stores lie, one folder a model
 * @param reportsMalformed whether it sends records that break the contract to the dead letters; one service does, for
 *     every service sees them
 * @param reportsUnreadable whether it sends images that cannot be decoded to the dead letters; one reader of each split
 *     does
 * @param retryAfter how long it waits when the bucket is away or a model's store cannot be opened yet
 * @param topicRefresh how soon it notices a newly registered model
 */
public record FeedSettings(
        String group,
        Set<Split> splits,
        boolean looksAtOthers,
        Path directory,
        boolean reportsMalformed,
        boolean reportsUnreadable,
        Duration retryAfter,
        Duration topicRefresh) {

    public FeedSettings {
        Checks.line("group", group, 200);
        splits = Set.copyOf(Checks.present("splits", splits));
        Checks.present("directory", directory);
        Checks.present("retryAfter", retryAfter);
        Checks.present("topicRefresh", topicRefresh);
    }
}
