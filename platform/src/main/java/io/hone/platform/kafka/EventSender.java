package io.hone.platform.kafka;

import io.hone.contracts.HoneEvent;
import io.hone.contracts.event.EventRecords;
import java.net.URI;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the other services what happens. */
public final class EventSender implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EventSender.class);

    private final Producer<String, byte[]> producer;
    private final URI source;

    /** @param source the service that speaks */
    public EventSender(Producer<String, byte[]> producer, URI source) {
        this.producer = producer;
        this.source = source;
    }

    /**
     * Returns once the broker has it.
     *
     * @param eventId the same again marks a repetition
     */
    public void send(HoneEvent event, String eventId) {
        try {
            producer.send(EventRecords.write(event, source, eventId)).get();
        } catch (ExecutionException e) {
            throw new KafkaException("cannot tell of " + event, e.getCause());
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    /** For what is soon out of date: training does not wait for it, and goes on if it is lost. */
    public void sendInPassing(HoneEvent event, String eventId) {
        var unused = producer.send(EventRecords.write(event, source, eventId), (metadata, failure) -> {
            if (failure != null) {
                LOG.warn("Progress was not told: {}", failure.getMessage());
            }
        });
    }

    @Override
    public void close() {
        producer.close();
    }
}
