package io.hone.feed;

import io.hone.contracts.Topics;
import io.hone.contracts.model.ModelName;
import io.hone.registry.UnknownModelException;
import io.hone.vision.store.ImageSink;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * Polls, applies, and keeps track of which partitions are this process's. Whatever goes wrong with one model, polling
 * goes on: its partition is paused, and read again from where its store stands.
 */
final class FeedLoop<S extends ImageSink> implements ConsumerRebalanceListener {

    private static final Logger LOG = LoggerFactory.getLogger(FeedLoop.class);
    private static final Duration POLL = Duration.ofMillis(200);

    private final Consumer<String, byte[]> consumer;
    private final ModelFeeds<S> opener;
    private final FeedListener<S> listener;
    private final Duration retryAfter;
    private final Clock clock;

    private final Map<TopicPartition, ModelFeed<S>> open = new ConcurrentHashMap<>();
    private final Map<TopicPartition, Long> lags = new ConcurrentHashMap<>();
    private final Map<TopicPartition, Instant> paused = new HashMap<>();

    FeedLoop(
            Consumer<String, byte[]> consumer,
            ModelFeeds<S> opener,
            FeedListener<S> listener,
            Duration retryAfter,
            Clock clock) {
        this.consumer = consumer;
        this.opener = opener;
        this.listener = listener;
        this.retryAfter = retryAfter;
        this.clock = clock;
    }

    void turn() {
        resumeWhatMayGoOn();
        holdBackWhatIsFull();
        ConsumerRecords<String, byte[]> records = consumer.poll(POLL);
        for (TopicPartition partition : records.partitions()) {
            apply(partition, records.records(partition));
        }
        for (TopicPartition partition : open.keySet()) {
            consumer.currentLag(partition).ifPresent(lag -> lags.put(partition, lag));
        }
    }

    SortedMap<ModelName, ModelFeed<S>> models() {
        SortedMap<ModelName, ModelFeed<S>> models = new TreeMap<>();
        open.values().forEach(feed -> models.put(feed.model(), feed));
        return models;
    }

    OptionalLong lag(ModelName model) {
        Long lag = lags.get(new TopicPartition(Topics.labelledImages(model), 0));
        return lag == null ? OptionalLong.empty() : OptionalLong.of(lag);
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
        consumer.pause(partitions);
        partitions.forEach(partition -> paused.put(partition, clock.instant()));
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
        for (TopicPartition partition : partitions) {
            paused.remove(partition);
            lags.remove(partition);
            Optional.ofNullable(open.remove(partition)).ifPresent(this::close);
        }
    }

    void closeAll() {
        onPartitionsRevoked(Set.copyOf(open.keySet()));
    }

    private void close(ModelFeed<S> feed) {
        try {
            listener.revoked(feed.model());
        } finally {
            feed.store().close();
        }
        LOG.info("No longer feeding model={}", feed.model());
    }

    private void apply(TopicPartition partition, List<ConsumerRecord<String, byte[]>> records) {
        ModelFeed<S> feed = open.get(partition);
        MDC.put("model", feed.model().value());
        try {
            records.forEach(feed::apply);
        } catch (RuntimeException e) {
            LOG.warn(
                    "Feed of model={} waits at offset {} and tries again in {}: {}",
                    feed.model(),
                    feed.store().nextOffset(),
                    retryAfter,
                    e.getMessage(),
                    e);
            waitAndRetry(partition);
        } finally {
            tellApplied(feed);
            MDC.remove("model");
        }
    }

    private void tellApplied(ModelFeed<S> feed) {
        try {
            listener.applied(feed.model(), feed.store());
        } catch (RuntimeException e) {
            LOG.warn("Nobody could be told of new images of model={}: {}", feed.model(), e.getMessage(), e);
        }
    }

    /** After a turn that broke off: what it had polled and not applied is polled again. */
    void startOver() {
        open.keySet().forEach(this::waitAndRetry);
    }

    private void waitAndRetry(TopicPartition partition) {
        consumer.pause(Set.of(partition));
        paused.put(partition, clock.instant().plus(retryAfter));
    }

    private void resumeWhatMayGoOn() {
        Instant now = clock.instant();
        for (TopicPartition partition : Set.copyOf(paused.keySet())) {
            if (!paused.get(partition).isAfter(now) && isOpen(partition)) {
                consumer.seek(partition, open.get(partition).store().nextOffset());
                consumer.resume(Set.of(partition));
                paused.remove(partition);
            }
        }
    }

    /** What was fetched already waits meanwhile, and is not fetched again. */
    private void holdBackWhatIsFull() {
        open.forEach((partition, feed) -> {
            if (feed.store().isFull()) {
                consumer.pause(Set.of(partition));
            } else if (!paused.containsKey(partition)) {
                consumer.resume(Set.of(partition));
            }
        });
    }

    private boolean isOpen(TopicPartition partition) {
        if (open.containsKey(partition)) {
            return true;
        }
        ModelName model = Topics.modelOf(partition.topic());
        try {
            open(partition, opener.open(model));
            return true;
        } catch (WakeupException e) {
            throw e;
        } catch (UnknownModelException e) {
            LOG.debug("Topic {} is there, its model not yet registered", partition.topic());
        } catch (RuntimeException e) {
            LOG.warn("Feed of model={} cannot start and tries again in {}: {}", model, retryAfter, e.getMessage(), e);
        }
        waitAndRetry(partition);
        return false;
    }

    private void open(TopicPartition partition, ModelFeed<S> feed) {
        try {
            forgetAnotherTopic(partition, feed);
            listener.assigned(feed.model(), feed.store());
        } catch (RuntimeException e) {
            // The next attempt opens it again, which only works once it is closed.
            close(feed);
            throw e;
        }
        open.put(partition, feed);
        LOG.info("Feeding model={} from offset {}", feed.model(), feed.store().nextOffset());
    }

    /** A store that is ahead of its topic was filled from another topic of the same name, since deleted. */
    private void forgetAnotherTopic(TopicPartition partition, ModelFeed<S> feed) {
        long end = consumer.endOffsets(Set.of(partition)).get(partition);
        if (feed.store().nextOffset() > end) {
            LOG.warn(
                    "Store of model={} stands at offset {}, but its topic ends at {}: it is filled anew",
                    feed.model(),
                    feed.store().nextOffset(),
                    end);
            feed.store().clear();
        }
    }
}
