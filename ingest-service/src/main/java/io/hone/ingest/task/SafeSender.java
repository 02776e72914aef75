package io.hone.ingest.task;

import io.hone.platform.kafka.BrokerAwayException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;

/** Writes records, and returns only when the broker has them. */
final class SafeSender {

    private final Producer<String, byte[]> producer;
    private final Duration patience;

    /** @param patience how long the broker may take */
    SafeSender(Producer<String, byte[]> producer, Duration patience) {
        this.producer = producer;
        this.patience = patience;
    }

    /** @throws BrokerAwayException if that does not happen in time; they may be written all the same */
    void send(List<ProducerRecord<String, byte[]>> records) {
        long end = System.nanoTime() + patience.toNanos();
        List<Future<RecordMetadata>> sent = new ArrayList<>();
        try {
            records.forEach(record -> sent.add(producer.send(record)));
            for (Future<RecordMetadata> each : sent) {
                var unused = each.get(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
            }
        } catch (ExecutionException e) {
            throw away(records, e.getCause());
        } catch (KafkaException | TimeoutException e) {
            throw away(records, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw away(records, e);
        }
    }

    private BrokerAwayException away(List<ProducerRecord<String, byte[]>> records, Throwable cause) {
        return new BrokerAwayException(
                "no broker has acknowledged %d records for topic '%s' within %d s: %s"
                        .formatted(records.size(), records.get(0).topic(), patience.toSeconds(), cause.getMessage()),
                cause);
    }
}
