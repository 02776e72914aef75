package io.hone.feed;

import io.hone.contracts.Topics;
import io.hone.contracts.model.ModelName;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.header.internals.RecordHeaders;

/**
 * Keeps records that could not be used, bytes and headers unchanged, with the reason in headers named as Kafka Connect
 * names them, so that its tools can read them.
 */
final class DeadLetters {

    private static final String PREFIX = "__connect.errors.";

    private final Producer<String, byte[]> producer;

    DeadLetters(Producer<String, byte[]> producer) {
        this.producer = producer;
    }

    /** Returns once the broker has it. */
    void send(ModelName model, ConsumerRecord<String, byte[]> consumed, String stage, Exception reason) {
        RecordHeaders headers = new RecordHeaders(consumed.headers());
        add(headers, "topic", consumed.topic());
        add(headers, "partition", String.valueOf(consumed.partition()));
        add(headers, "offset", String.valueOf(consumed.offset()));
        add(headers, "stage", stage);
        add(headers, "exception.class.name", reason.getClass().getName());
        add(headers, "exception.message", String.valueOf(reason.getMessage()));
        var letter = new ProducerRecord<>(
                Topics.deadLetters(model), null, consumed.timestamp(), consumed.key(), consumed.value(), headers);
        try {
            producer.send(letter).get();
        } catch (ExecutionException e) {
            throw new KafkaException("cannot write to " + letter.topic(), e.getCause());
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    private static void add(RecordHeaders headers, String name, String value) {
        headers.add(PREFIX + name, value.getBytes(StandardCharsets.UTF_8));
    }
}
