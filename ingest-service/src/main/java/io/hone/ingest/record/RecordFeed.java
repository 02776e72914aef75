package io.hone.ingest.record;

import io.hone.contracts.model.ModelName;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads one kind of topic of all models into a store, such as their labelled images, on a thread of its own. Every ingest
 * process reads all of them, in no consumer group: each may be asked about any image.
 */
public final class RecordFeed implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RecordFeed.class);
    private static final Duration POLL = Duration.ofMillis(200);

    /** Under load, so that a fetch brings many records: one for each costs more than the records. */
    private static final Duration GATHER = Duration.ofMillis(10);

    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(20);

    private final Consumer<String, byte[]> consumer;
    private final FeedStore store;
    private final Duration topicRefresh;
    private final Duration retryAfter;
    private final Progress progress = new Progress();
    private final Thread thread = new Thread(this::run, "record-feed");
    private final CountDownLatch closing = new CountDownLatch(1);

    private volatile boolean look = true;
    private volatile long behind;
    private long looked;

    /**
     * @param consumer with neither group nor subscription; closed by the feed
     * @param topicRefresh how soon a newly registered model is noticed by itself
     * @param retryAfter how long it waits when Kafka is away
     */
    public RecordFeed(Consumer<String, byte[]> consumer, FeedStore store, Duration topicRefresh, Duration retryAfter) {
        this.consumer = consumer;
        this.store = store;
        this.topicRefresh = topicRefresh;
        this.retryAfter = retryAfter;
    }

    public RecordFeed start() {
        thread.start();
        return this;
    }

    /** @return whether the model's topic was read up to that offset within {@code patience} */
    public boolean await(ModelName model, long nextOffset, Duration patience) {
        if (!progress.isRead(model)) {
            look = true;
        }
        try {
            return progress.await(model, nextOffset, patience);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Whether the model's topic is known to be there. */
    public boolean isRead(ModelName model) {
        return progress.isRead(model);
    }

    /** Of the record to be read next. */
    public long nextOffset(ModelName model) {
        return progress.of(model);
    }

    /** Records of all models that are still to be read, as far as is known. */
    long behind() {
        return behind;
    }

    private void run() {
        try {
            while (closing.getCount() > 0) {
                turn();
            }
        } finally {
            consumer.close();
        }
    }

    private void turn() {
        try {
            if (look || System.nanoTime() - looked > topicRefresh.toNanos()) {
                follow();
            }
            if (consumer.assignment().isEmpty()) {
                pause(POLL);
                return;
            }
            ConsumerRecords<String, byte[]> records = consumer.poll(POLL);
            consumer.assignment().forEach(partition -> apply(partition, records.records(partition)));
            behind = consumer.assignment().stream()
                    .mapToLong(partition -> consumer.currentLag(partition).orElse(0))
                    .sum();
            if (!records.isEmpty() && behind == 0) {
                progress.rest(GATHER);
            }
        } catch (WakeupException e) {
            LOG.debug("Woken up to close");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            closing.countDown();
        } catch (RuntimeException e) {
            LOG.warn("Image records are read on in {} after: {}", retryAfter, e.getMessage(), e);
            startOver();
            pause(retryAfter);
        }
    }

    private void apply(TopicPartition partition, List<ConsumerRecord<String, byte[]>> records) {
        ModelName model = model(partition);
        // Where the last records were compacted away, the position is beyond what came.
        long next = consumer.position(partition);
        if (!records.isEmpty() || next > progress.of(model)) {
            store.apply(model, records, next);
            progress.reached(model, next);
        }
    }

    /** What was polled and not applied is polled again, from where the store stands. */
    private void startOver() {
        consumer.unsubscribe();
        look = true;
    }

    private void follow() {
        look = false;
        looked = System.nanoTime();
        Set<TopicPartition> wanted = new HashSet<>();
        consumer.listTopics().keySet().stream()
                .filter(topic -> store.modelOf(topic).isPresent())
                .forEach(topic -> wanted.add(new TopicPartition(topic, 0)));
        Set<TopicPartition> before = Set.copyOf(consumer.assignment());
        if (wanted.equals(before)) {
            return;
        }
        before.stream().filter(partition -> !wanted.contains(partition)).forEach(gone -> progress.forget(model(gone)));
        consumer.assign(wanted);
        wanted.removeAll(before);
        consumer.endOffsets(wanted).forEach(this::begin);
    }

    private ModelName model(TopicPartition partition) {
        return store.modelOf(partition.topic()).orElseThrow();
    }

    /** A store that is ahead of its topic was filled from another topic of the same name, since deleted. */
    private void begin(TopicPartition partition, long end) {
        ModelName model = model(partition);
        if (store.nextOffset(model) > end) {
            LOG.warn("Records of model={} are ahead of their topic={}: read anew", model, partition.topic());
            store.clear(model);
        }
        long next = store.nextOffset(model);
        consumer.seek(partition, next);
        progress.reached(model, next);
        LOG.info("Reading topic={} of model={} from offset {}", partition.topic(), model, next);
    }

    private void pause(Duration time) {
        try {
            if (closing.await(time.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.debug("Closed while waiting");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            closing.countDown();
        }
    }

    @Override
    public void close() {
        closing.countDown();
        consumer.wakeup();
        try {
            thread.join(CLOSE_TIMEOUT.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
