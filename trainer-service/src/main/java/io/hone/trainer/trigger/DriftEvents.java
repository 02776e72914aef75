package io.hone.trainer.trigger;

import io.hone.contracts.MalformedRecordException;
import io.hone.contracts.Topics;
import io.hone.contracts.drift.DriftDetected;
import io.hone.contracts.event.EventRecords;
import io.hone.contracts.model.ModelName;
import io.hone.platform.kafka.KafkaClients;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the topic {@code drift}, all of it after each start: what was told while nobody listened is not lost, and whether
 * a run has answered it already is for the rule to say. There are few such events, and each trainer reads all, without a
 * group.
 */
public final class DriftEvents implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(DriftEvents.class);
    static final int KEPT = 20;

    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration LOOK_UP = Duration.ofSeconds(5);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Map<String, Object> FROM_THE_START =
            Map.of(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");

    private final KafkaClients kafka;
    private final Map<ModelName, List<DriftDetected>> told = new ConcurrentHashMap<>();
    private final Thread thread = new Thread(this::run, "drift-events");
    private final CountDownLatch closing = new CountDownLatch(1);

    public DriftEvents(KafkaClients kafka) {
        this.kafka = kafka;
    }

    public void start() {
        thread.start();
    }

    /**
     * The last that were told of the model, in that order: one of them may be noticed by a label that is not read here yet,
     * and one before it by a label that is.
     */
    public List<DriftDetected> of(ModelName model) {
        return told.getOrDefault(model, List.of());
    }

    private void run() {
        while (isOpen()) {
            try (var consumer = kafka.consumer(FROM_THE_START)) {
                listen(consumer);
            } catch (RuntimeException e) {
                LOG.warn("cannot hear of drift, tried again in {}: {}", PAUSE, e.getMessage());
                pause();
            }
        }
    }

    private void listen(Consumer<String, byte[]> consumer) {
        List<TopicPartition> partitions = List.of();
        while (isOpen() && partitions.isEmpty()) {
            partitions = partitions(consumer);
            if (partitions.isEmpty()) {
                // The first registration makes the topic.
                pause();
            }
        }
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        while (isOpen()) {
            consumer.poll(POLL).forEach(this::hear);
        }
    }

    private static List<TopicPartition> partitions(Consumer<String, byte[]> consumer) {
        return consumer.partitionsFor(Topics.DRIFT, LOOK_UP).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
    }

    private void hear(ConsumerRecord<String, byte[]> heard) {
        try {
            if (EventRecords.read(heard) instanceof DriftDetected drift) {
                told.merge(drift.model(), List.of(drift), DriftEvents::last);
            }
        } catch (MalformedRecordException e) {
            LOG.warn(
                    "record of topic {} at offset {} is passed over: {}",
                    heard.topic(),
                    heard.offset(),
                    e.getMessage());
        }
    }

    private static List<DriftDetected> last(List<DriftDetected> earlier, List<DriftDetected> later) {
        List<DriftDetected> all = new ArrayList<>(earlier);
        all.addAll(later);
        return List.copyOf(all.subList(Math.max(0, all.size() - KEPT), all.size()));
    }

    private boolean isOpen() {
        return closing.getCount() > 0;
    }

    private void pause() {
        try {
            if (closing.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.debug("closed while waiting");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            closing.countDown();
        }
    }

    @Override
    public void close() {
        closing.countDown();
        try {
            thread.join(LOOK_UP.plus(PAUSE).toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
