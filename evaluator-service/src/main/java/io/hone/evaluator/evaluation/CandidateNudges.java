package io.hone.evaluator.evaluation;

import io.hone.contracts.Topics;
import io.hone.platform.kafka.KafkaClients;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.TopicPartition;
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

    private final KafkaClients kafka;
    private final Runnable nudge;
    private final Thread thread = new Thread(this::run, "candidate-nudges");
    private final CountDownLatch closing = new CountDownLatch(1);

    public CandidateNudges(KafkaClients kafka, Runnable nudge) {
        this.kafka = kafka;
        this.nudge = nudge;
    }

    public void start() {
        thread.start();
    }

    private void run() {
        while (isOpen()) {
            try (var consumer = kafka.consumer(Map.of(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "latest"))) {
                listen(consumer);
            } catch (RuntimeException e) {
                LOG.warn("cannot hear of candidates, the sweep finds them meanwhile: {}", e.getMessage());
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
        consumer.seekToEnd(partitions);
        while (isOpen()) {
            if (!consumer.poll(POLL).isEmpty()) {
                nudge.run();
            }
        }
    }

    private static List<TopicPartition> partitions(Consumer<String, byte[]> consumer) {
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
