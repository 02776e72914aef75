package io.hone.evaluator.evaluation;

import io.hone.contracts.Topics;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Listens on the topic {@code candidates}, only to be quicker than the next sweep: what a record says is not even read,
 * and one that is missed costs time and nothing else. So every evaluator hears all partitions, without a group.
 */
public final class CandidateNudges implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(CandidateNudges.class);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration LOOK_UP = Duration.ofSeconds(5);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Map<String, Object> kafka;
    private final Runnable nudge;
    private final Thread thread = new Thread(this::run, "candidate-nudges");
    private final CountDownLatch closing = new CountDownLatch(1);

    /** @param kafka client settings: addresses, security */
    public CandidateNudges(Map<String, Object> kafka, Runnable nudge) {
        this.kafka = new HashMap<>(kafka);
        this.kafka.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        this.kafka.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        this.kafka.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "latest");
        this.nudge = nudge;
    }

    public void start() {
        thread.start();
    }

    private void run() {
        while (isOpen()) {
            try (var consumer = new KafkaConsumer<>(kafka, new StringDeserializer(), new ByteArrayDeserializer())) {
                listen(consumer);
            } catch (RuntimeException e) {
                LOG.warn("cannot hear of candidates, the sweep finds them meanwhile: {}", e.getMessage());
                pause();
            }
        }
    }

    private void listen(KafkaConsumer<String, byte[]> consumer) {
        List<TopicPartition> partitions = List.of();
        while (isOpen() && partitions.isEmpty()) {
            partitions = partitions(consumer);
            if (partitions.isEmpty()) {
                // The first registration makes the topic.
                pause();
            }
        }
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        while (isOpen()) {
            if (!consumer.poll(POLL).isEmpty()) {
                nudge.run();
            }
        }
    }

    private static List<TopicPartition> partitions(KafkaConsumer<String, byte[]> consumer) {
        return consumer.partitionsFor(Topics.CANDIDATES, LOOK_UP).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
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
