package io.hone.ingest.task;

import io.hone.contracts.Json;
import io.hone.contracts.Topics;
import io.hone.platform.kafka.KafkaClients;
import io.hone.platform.thread.ServiceThread;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the queue, one process for each partition of it. A task is committed when it is done, or is safe among the
 * setbacks: whoever dies leaves the rest to be done again. One that fails steps aside, and holds up no other.
 */
final class TaskLoop implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(TaskLoop.class);
    private static final Duration IDLE = Duration.ofMillis(200);
    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(20);
    private static final int MOST_UNDER_WAY = 64;

    private final KafkaClients kafka;
    private final TaskTopics topics;
    private final SetbackBook book;
    private final Attempts attempts;
    private final int workers;
    private final Clock clock;
    private final ServiceThread thread = new ServiceThread(
            "labelling-tasks",
            this::run,
            PAUSE,
            failure -> LOG.error("labelling tasks stopped, go on in {}", PAUSE, failure));

    TaskLoop(KafkaClients kafka, TaskTopics topics, SetbackBook book, Attempts attempts, int workers, Clock clock) {
        this.kafka = kafka;
        this.topics = topics;
        this.book = book;
        this.attempts = attempts;
        this.workers = workers;
        this.clock = clock;
    }

    void start() {
        thread.start();
    }

    private void run() {
        try (Lanes lanes = new Lanes(workers)) {
            topics.create();
            consume(lanes);
        }
    }

    private void consume(Lanes lanes) {
        Progress progress = new Progress();
        try (Consumer<String, byte[]> consumer = kafka.consumer(Map.of(
                ConsumerConfig.GROUP_ID_CONFIG,
                "hone-labelling-tasks",
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "earliest",
                ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                MOST_UNDER_WAY,
                ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG,
                10_000))) {
            consumer.subscribe(List.of(Topics.LABELLING_TASKS), new Share(consumer, progress));
            while (thread.isOpen()) {
                consumer.poll(IDLE).forEach(consumed -> begin(consumed, progress, lanes));
                repeat(lanes);
                throttle(consumer, lanes);
                commit(consumer, progress);
            }
            // What is under way may still come to its end, so that the next start need not do it again.
            lanes.close();
            commit(consumer, progress);
        }
    }

    private void begin(ConsumerRecord<String, byte[]> consumed, Progress progress, Lanes lanes) {
        TopicPartition partition = new TopicPartition(consumed.topic(), consumed.partition());
        progress.begin(partition, consumed.offset());
        Optional<Task> task = task(consumed);
        if (task.isEmpty()) {
            progress.end(partition, consumed.offset());
            return;
        }
        lanes.submit(task.get().key(), () -> {
            if (persist(() -> attempts.first(task.get(), consumed.partition()))) {
                progress.end(partition, consumed.offset());
            }
        });
    }

    private static Optional<Task> task(ConsumerRecord<String, byte[]> consumed) {
        try {
            return Optional.of(Json.read(Optional.ofNullable(consumed.value()).orElse(new byte[0]), Task.class));
        } catch (UncheckedIOException e) {
            LOG.error("no labelling task, passed over: offset={}: {}", consumed.offset(), e.getMessage());
            return Optional.empty();
        }
    }

    private void repeat(Lanes lanes) {
        int room = MOST_UNDER_WAY - lanes.underWay();
        book.due(clock.instant(), room)
                .forEach(setback -> lanes.submit(setback.key(), () -> {
                    var unused = persist(() -> attempts.next(setback));
                }));
    }

    /** An attempt whose outcome could not be written down, because the broker is away, is made again. */
    private boolean persist(Runnable attempt) {
        while (thread.isOpen() && !Thread.currentThread().isInterrupted()) {
            try {
                attempt.run();
                return true;
            } catch (RuntimeException | Error e) {
                LOG.warn("outcome of a labelling task is not safe, made again in {}: {}", PAUSE, e.getMessage());
                thread.pause(PAUSE);
            }
        }
        return false;
    }

    /** Paused, a poll waits and tells the broker that this process is alive. */
    private void throttle(Consumer<String, byte[]> consumer, Lanes lanes) {
        if (lanes.underWay() >= MOST_UNDER_WAY || book.isFull()) {
            consumer.pause(consumer.assignment());
        } else {
            consumer.resume(consumer.paused());
        }
    }

    private static void commit(Consumer<String, byte[]> consumer, Progress progress) {
        Map<TopicPartition, OffsetAndMetadata> done = progress.take();
        if (!done.isEmpty()) {
            consumer.commitSync(done);
        }
    }

    /** Whoever reads a partition sees to the setbacks of its tasks. */
    private final class Share implements ConsumerRebalanceListener {

        private final Consumer<String, byte[]> consumer;
        private final Progress progress;

        Share(Consumer<String, byte[]> consumer, Progress progress) {
            this.consumer = consumer;
            this.progress = progress;
        }

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            book.open(consumer.assignment().stream()
                    .map(TopicPartition::partition)
                    .collect(Collectors.toSet()));
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            progress.forget(partitions);
            book.open(Set.of());
        }
    }

    @Override
    public void close() {
        thread.close(CLOSE_TIMEOUT);
    }
}
