package io.hone.ingest.intake;

import java.time.Duration;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;

/** Writes records to Kafka, and tells when they are safe. */
public final class ImageStream {

    private final Producer<String, byte[]> producer;
    private final Duration patience;

    /** @param patience how long senders wait for a record's acknowledgement */
    public ImageStream(Producer<String, byte[]> producer, Duration patience) {
        this.producer = producer;
        this.patience = patience;
    }

    /** Hands the record to the producer and returns; what comes of it is told by {@link Sent#await}. */
    public Sent send(ProducerRecord<String, byte[]> record) {
        try {
            Future<RecordMetadata> acknowledgement = producer.send(record);
            return new Sent(record.topic(), acknowledgement, patience);
        } catch (KafkaException e) {
            throw Sent.away(record.topic(), patience, e);
        }
    }
}
