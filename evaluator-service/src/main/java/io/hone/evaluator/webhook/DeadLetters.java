package io.hone.evaluator.webhook;

import io.hone.contracts.Json;
import io.hone.contracts.Topics;
import io.hone.platform.kafka.BrokerAwayException;
import io.hone.platform.kafka.KafkaClients;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;

/** What endpoints did not take: a compacted topic, in which a letter that was delivered after all is nothing. */
final class DeadLetters implements AutoCloseable {

    private static final TopicPartition PARTITION = new TopicPartition(Topics.WEBHOOK_DEAD_LETTERS, 0);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Map<String, Object> FROM_THE_BEGINNING = Map.of(
            ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest", ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int)
                    PATIENCE.toMillis());

    private final KafkaClients kafka;
    private final Producer<String, byte[]> producer;

    DeadLetters(KafkaClients kafka) {
        this.kafka = kafka;
        this.producer = kafka.producer(Map.of());
    }

    /** Returns once the broker has it. */
    void write(DeadLetter letter) {
        send(letter.id(), Json.write(letter));
    }

    /** Returns once the broker knows. */
    void remove(DeadLetter letter) {
        send(letter.id(), null);
    }

    private void send(String id, byte[] value) {
        try {
            producer.send(new ProducerRecord<>(Topics.WEBHOOK_DEAD_LETTERS, id, value))
                    .get();
        } catch (ExecutionException e) {
            throw new KafkaException("cannot write to " + Topics.WEBHOOK_DEAD_LETTERS, e.getCause());
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
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
        try (Consumer<String, byte[]> consumer = kafka.consumer(FROM_THE_BEGINNING)) {
            // Nobody was ever told over HTTP: nobody has made the topic.
            return consumer.partitionsFor(Topics.WEBHOOK_DEAD_LETTERS, PATIENCE).isEmpty()
                    ? List.of()
                    : List.copyOf(read(consumer).values());
        } catch (KafkaException e) {
            throw new BrokerAwayException(
                    "the dead letters could not be read within %s: %s".formatted(PATIENCE, e.getMessage()), e);
        }
    }

    private static Map<String, DeadLetter> read(Consumer<String, byte[]> consumer) {
        consumer.assign(List.of(PARTITION));
        consumer.seekToBeginning(List.of(PARTITION));
        long end = consumer.endOffsets(List.of(PARTITION)).get(PARTITION);
        Map<String, DeadLetter> letters = new LinkedHashMap<>();
        while (consumer.position(PARTITION) < end) {
            for (ConsumerRecord<String, byte[]> consumed : consumer.poll(PATIENCE)) {
                // At its new place when it was written again
                letters.remove(consumed.key());
                if (consumed.value() != null) {
                    letters.put(consumed.key(), Json.read(consumed.value(), DeadLetter.class));
                }
            }
        }
        return letters;
    }

    @Override
    public void close() {
        producer.close(PATIENCE);
    }
}
