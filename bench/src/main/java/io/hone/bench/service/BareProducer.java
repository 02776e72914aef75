package io.hone.bench.service;

import io.hone.contracts.image.ImagePayload;
import io.hone.contracts.image.ImageRecords;
import io.hone.contracts.image.LabelledImage;
import io.hone.contracts.image.Split;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * What one would write in place of the ingest service: one thread that makes an image's record, with its id and headers,
 * and hands it to Kafka's producer without waiting for the one before. Nothing is checked and nothing decoded. The producer
 * is set as the service's is: acknowledged by all in-sync replicas, idempotent, without compression.
 */
public final class BareProducer implements AutoCloseable {

    public static final String SETTINGS = "acks=all, idempotent, no compression, linger 1 ms, batches of 512 KiB";

    private static final URI SOURCE = URI.create("/bench");

    private final KafkaProducer<String, byte[]> producer;

    public BareProducer(Surroundings surroundings) {
        this.producer = new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers",
                        surroundings.kafka(),
                        "acks",
                        "all",
                        "enable.idempotence",
                        true,
                        "compression.type",
                        "none",
                        "linger.ms",
                        1,
                        "batch.size",
                        512 << 10,
                        "buffer.memory",
                        64L << 20,
                        "max.request.size",
                        2 << 20),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    /** From the first image to the last acknowledgement. */
    public double seconds(Iterator<Picture> pictures) throws InterruptedException {
        Queue<Future<RecordMetadata>> sent = new ArrayDeque<>();
        long start = System.nanoTime();
        while (pictures.hasNext()) {
            sent.add(producer.send(record(pictures.next())));
        }
        try {
            for (Future<RecordMetadata> record : sent) {
                record.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
        return (System.nanoTime() - start) / 1e9;
    }

    /** The record that the service would write, for the topic that nobody reads. */
    private static ProducerRecord<String, byte[]> record(Picture picture) {
        ImagePayload.Inline payload = new ImagePayload.Inline(picture.bytes());
        LabelledImage image = new LabelledImage(
                payload.id(),
                picture.label(),
                Optional.of(Split.TRAINING),
                Optional.empty(),
                Optional.empty(),
                SOURCE,
                Instant.now(),
                picture.contentType(),
                payload);
        ProducerRecord<String, byte[]> record = ImageRecords.labelled(
                Surroundings.MODEL, image, UUID.randomUUID().toString());
        return new ProducerRecord<>(
                Surroundings.BARE_TOPIC, record.partition(), record.key(), record.value(), record.headers());
    }

    @Override
    public void close() {
        producer.close();
    }
}
