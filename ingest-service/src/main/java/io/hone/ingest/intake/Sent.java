package io.hone.ingest.intake;

import io.hone.platform.kafka.BrokerAwayException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.RecordTooLargeException;

/** A record on its way to the broker. */
public final class Sent {

    private final String topic;
    private final Future<RecordMetadata> acknowledgement;
    private final Duration patience;
    private final long deadline;

    /** @param patience how long from now on its sender waits; the producer goes on trying for longer */
    Sent(String topic, Future<RecordMetadata> acknowledgement, Duration patience) {
        this.topic = topic;
        this.acknowledgement = acknowledgement;
        this.patience = patience;
        this.deadline = System.nanoTime() + patience.toNanos();
    }

    /** The same record, for a sender that waits for it anew. */
    Sent again() {
        return new Sent(topic, acknowledgement, patience);
    }

    /**
     * Returns when all in-sync replicas have the record.
     *
     * @throws BrokerAwayException if that does not happen in time; the record may be written all the same
     * @throws LargerThanTopicException if it never will
     */
    public RecordMetadata await() {
        try {
            return acknowledgement.get(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RecordTooLargeException) {
                throw new LargerThanTopicException(topic, e.getCause());
            }
            throw away(topic, patience, e.getCause());
        } catch (TimeoutException e) {
            throw away(topic, patience, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw away(topic, patience, e);
        }
    }

    /** Whether {@link #await} would throw at once. */
    boolean hasFailed() {
        if (!acknowledgement.isDone()) {
            return false;
        }
        try {
            await();
            return false;
        } catch (BrokerAwayException | LargerThanTopicException e) {
            return true;
        }
    }

    static BrokerAwayException away(String topic, Duration patience, Throwable cause) {
        return new BrokerAwayException(
                "no broker has acknowledged the record for topic '%s' within %d s (%s): Kafka is away, or the topic, which registration creates, is missing"
                        .formatted(
                                topic,
                                patience.toSeconds(),
                                Objects.requireNonNullElse(cause.getMessage(), "no answer yet")),
                cause);
    }
}
