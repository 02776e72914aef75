package io.hone.ingest.task;

import io.hone.contracts.Json;
import io.hone.contracts.Topics;
import io.hone.platform.kafka.BrokerAwayException;
import io.hone.platform.kafka.KafkaClients;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The topic {@code labelling-setbacks}: the last entry under a key holds. */
final class SetbackTopic {

    private static final Logger LOG = LoggerFactory.getLogger(SetbackTopic.class);
    private static final TopicPartition PARTITION = new TopicPartition(Topics.LABELLING_SETBACKS, 0);
    private static final Duration POLL = Duration.ofMillis(200);

    private final KafkaClients kafka;
    private final SafeSender sender;

    SetbackTopic(KafkaClients kafka, SafeSender sender) {
        this.kafka = kafka;
        this.sender = sender;
    }

    /** @throws BrokerAwayException if it is not safe in time */
    void write(Setback setback) {
        send(setback.key(), Json.write(setback));
    }

    /** @throws BrokerAwayException if that is not safe in time */
    void remove(String key) {
        send(key, null);
    }

    private void send(String key, byte[] value) {
        sender.send(List.of(new ProducerRecord<>(Topics.LABELLING_SETBACKS, PARTITION.partition(), key, value)));
    }

    /**
     * Tells all entries in order, also those that others have replaced since; an empty one removes what was under its key.
     *
     * @throws BrokerAwayException if not all could be read in time
     */
    void read(Duration patience, BiConsumer<String, Optional<Setback>> entry) {
        Consumer<String, byte[]> consumer = kafka.consumer(Map.of(
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest", ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int)
                        patience.toMillis()));
        try {
            read(consumer, patience, entry);
        } catch (KafkaException e) {
            throw new BrokerAwayException(
                    "topic '%s' could not be read within %d s: %s"
                            .formatted(PARTITION.topic(), patience.toSeconds(), e.getMessage()),
                    e);
        } finally {
            consumer.close(CloseOptions.timeout(Duration.ZERO));
        }
    }

    private static void read(
            Consumer<String, byte[]> consumer, Duration patience, BiConsumer<String, Optional<Setback>> entry) {
        consumer.assign(List.of(PARTITION));
        consumer.seekToBeginning(List.of(PARTITION));
        long end = consumer.endOffsets(List.of(PARTITION)).get(PARTITION);
        long deadline = System.nanoTime() + patience.toNanos();
        while (consumer.position(PARTITION) < end) {
            consumer.poll(POLL).forEach(consumed -> tell(consumed, entry));
            if (System.nanoTime() - deadline > 0) {
                throw new TimeoutException("read up to offset %d of %d".formatted(consumer.position(PARTITION), end));
            }
        }
    }

    private static void tell(ConsumerRecord<String, byte[]> consumed, BiConsumer<String, Optional<Setback>> entry) {
        try {
            entry.accept(
                    consumed.key(),
                    Optional.ofNullable(consumed.value()).map(value -> Json.read(value, Setback.class)));
        } catch (UncheckedIOException e) {
            LOG.warn("no setback, passed over: offset={}: {}", consumed.offset(), e.getMessage());
        }
    }
}
