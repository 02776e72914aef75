package io.hone.ingest.intake;

import io.hone.platform.kafka.BrokerAwayException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.RecordTooLargeException;

/** A record on its way to the broker. */
final class Sent {

    /** The producer itself gives up first, and says more. */
    private static final Duration GRACE = Duration.ofSeconds(2);

    private final String topic;
    private final Future<RecordMetadata> acknowledgement;
    private final Duration patience;

    Sent(String topic, Future<RecordMetadata> acknowledgement, Duration patience) {
        this.topic = topic;
        this.acknowledgement = acknowledgement;
        this.patience = patience;
    }

    /**
     * Returns when all in-sync replicas have the record.
     *
     * @throws BrokerAwayException if that does not happen; the record may be written all the same
     * @throws LargerThanTopicException if it never will
     */
    RecordMetadata await() {
        try {
            return acknowledgement.get(patience.plus(GRACE).toMillis(), TimeUnit.MILLISECONDS);
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
                        .formatted(topic, patience.toSeconds(), cause.getMessage()),
                cause);
    }
}
