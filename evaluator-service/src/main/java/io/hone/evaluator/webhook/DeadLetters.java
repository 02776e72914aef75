package io.hone.evaluator.webhook;

import io.hone.contracts.Json;
import io.hone.contracts.Topics;
import io.hone.platform.kafka.BrokerAwayException;
import io.hone.platform.kafka.KafkaClients;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What endpoints did not take: a compacted topic, in which a letter that was delivered after all is nothing. */
final class DeadLetters implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(DeadLetters.class);
    private static final TopicPartition PARTITION = new TopicPartition(Topics.WEBHOOK_DEAD_LETTERS, 0);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Map<String, Object> FROM_THE_BEGINNING = Map.of(
            ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest", ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int)
                    PATIENCE.toMillis());

    private static final Duration LONGEST = Duration.ofSeconds(15);
    private static final Duration POLL = Duration.ofMillis(200);

    /** Whoever asked over HTTP waits for it. */
    private static final Map<String, Object> BOUNDED = Map.of(
            ProducerConfig.LINGER_MS_CONFIG,
            0,
            ProducerConfig.MAX_BLOCK_MS_CONFIG,
            PATIENCE.toMillis(),
            ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
            (int) PATIENCE.toMillis(),
            ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
            (int) PATIENCE.toMillis());

    private final KafkaClients kafka;
    /** Made for the first letter: most services never write one. */
    private Producer<String, byte[]> producer;

    DeadLetters(KafkaClients kafka) {
        this.kafka = kafka;
    }

    /**
     * Returns once the broker has it.
     *
     * @throws BrokerAwayException if that is not done in time
     */
    void write(DeadLetter letter) {
        send(letter.id(), Json.write(letter), "could not be written");
    }

    /**
     * Returns once the broker knows.
     *
     * @throws BrokerAwayException if that is not done in time
     */
    void remove(DeadLetter letter) {
        send(letter.id(), null, "was taken by its endpoint, and could not be removed");
    }

    private void send(String id, byte[] value, String otherwise) {
        try {
            producer()
                    .send(new ProducerRecord<>(Topics.WEBHOOK_DEAD_LETTERS, id, value))
                    .get();
        } catch (ExecutionException e) {
            throw away("the dead letter %s %s".formatted(id, otherwise), PATIENCE, e.getCause());
        } catch (KafkaException e) {
            throw away("the dead letter %s %s".formatted(id, otherwise), PATIENCE, e);
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    private synchronized Producer<String, byte[]> producer() {
        if (producer == null) {
            producer = kafka.producer(BOUNDED);
        }
        return producer;
    }

    private static BrokerAwayException away(String what, Duration patience, Throwable cause) {
        return new BrokerAwayException("%s within %s: %s".formatted(what, patience, cause.getMessage()), cause);
    }

    Optional<DeadLetter> find(String id) {
        return list().stream().filter(letter -> letter.id().equals(id)).findFirst();
    }

    /**
     * Oldest first.
     *
     * @throws BrokerAwayException if the topic cannot be read
     */
    List<DeadLetter> list() {
        Consumer<String, byte[]> consumer = kafka.consumer(FROM_THE_BEGINNING);
        try {
            // Nobody was ever told over HTTP: nobody has made the topic.
            return consumer.partitionsFor(Topics.WEBHOOK_DEAD_LETTERS, PATIENCE).isEmpty()
                    ? List.of()
                    : List.copyOf(read(consumer, LONGEST).values());
        } catch (KafkaException e) {
            throw away("the dead letters could not be read", LONGEST, e);
        } finally {
            consumer.close(CloseOptions.timeout(Duration.ZERO));
        }
    }

    /** @throws TimeoutException if the broker gives less than it said it had */
    static Map<String, DeadLetter> read(Consumer<String, byte[]> consumer, Duration patience) {
        consumer.assign(List.of(PARTITION));
        consumer.seekToBeginning(List.of(PARTITION));
        long end = consumer.endOffsets(List.of(PARTITION)).get(PARTITION);
        long deadline = System.nanoTime() + patience.toNanos();
        Map<String, DeadLetter> letters = new LinkedHashMap<>();
        while (consumer.position(PARTITION) < end) {
            consumer.poll(POLL).forEach(consumed -> add(letters, consumed));
            if (System.nanoTime() - deadline > 0) {
                throw new TimeoutException("read up to offset %d of %d".formatted(consumer.position(PARTITION), end));
            }
        }
        return letters;
    }

    private static void add(Map<String, DeadLetter> letters, ConsumerRecord<String, byte[]> consumed) {
        // At its new place when it was written again
        letters.remove(consumed.key());
        if (consumed.value() != null) {
            try {
                letters.put(consumed.key(), Json.read(consumed.value(), DeadLetter.class));
            } catch (UncheckedIOException e) {
                LOG.warn("no dead letter, passed over: offset={}: {}", consumed.offset(), e.getMessage());
            }
        }
    }

    @Override
    public synchronized void close() {
        if (producer != null) {
            producer.close(PATIENCE);
        }
    }
}
