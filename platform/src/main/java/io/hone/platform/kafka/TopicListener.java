package io.hone.platform.kafka;

import io.hone.platform.thread.ServiceThread;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hears all records of a topic, in no group, so that each process does. A topic that is not there yet is waited for; while
 * the broker is away nothing is heard, and it begins anew afterwards.
 */
public final class TopicListener implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(TopicListener.class);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration LOOK_UP = Duration.ofSeconds(5);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final KafkaClients kafka;
    private final String topic;
    private final Start start;
    private final java.util.function.Consumer<ConsumerRecords<String, byte[]>> heard;
    private final ServiceThread thread;

    /** What is heard first. */
    public enum Start {
        EARLIEST,
        LATEST;

        private String setting() {
            return this == EARLIEST ? "earliest" : "latest";
        }
    }

    /** @param heard gets what came at once, at least one record, on the listener's thread */
    public TopicListener(
            KafkaClients kafka,
            String topic,
            Start start,
            java.util.function.Consumer<ConsumerRecords<String, byte[]>> heard) {
        this.kafka = kafka;
        this.topic = topic;
        this.start = start;
        this.heard = heard;
        this.thread = new ServiceThread(
                topic + "-listener",
                this::listen,
                PAUSE,
                failure ->
                        LOG.warn("topic={} is not heard, tried again in {}: {}", topic, PAUSE, failure.getMessage()));
    }

    public void start() {
        thread.start();
    }

    private void listen() {
        try (var consumer = kafka.consumer(Map.of(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, start.setting()))) {
            List<TopicPartition> partitions = partitions(consumer);
            if (partitions.isEmpty()) {
                // The first registration makes the topic.
                thread.pause(PAUSE);
                return;
            }
            consumer.assign(partitions);
            while (thread.isOpen()) {
                ConsumerRecords<String, byte[]> records = consumer.poll(POLL);
                if (!records.isEmpty()) {
                    heard.accept(records);
                }
            }
        }
    }

    private List<TopicPartition> partitions(Consumer<String, byte[]> consumer) {
        return consumer.partitionsFor(topic, LOOK_UP).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
    }

    @Override
    public void close() {
        thread.close(LOOK_UP.plus(PAUSE));
    }
}
