package io.hone.ingest.intake;

import io.hone.contracts.image.ImageId;
import io.hone.contracts.image.Split;
import io.hone.platform.kafka.BrokerAwayException;
import org.apache.kafka.clients.producer.RecordMetadata;

/** For an image that has been checked and sent, and is not yet known to be safe. */
public final class Ticket {

    private final ImageId id;
    private final Split split;
    private final String contentType;
    private final int bytes;
    private final Sent sent;

    Ticket(ImageId id, Split split, String contentType, int bytes, Sent sent) {
        this.id = id;
        this.split = split;
        this.contentType = contentType;
        this.bytes = bytes;
        this.sent = sent;
    }

    /**
     * Returns once the image is safe.
     *
     * @throws BrokerAwayException if no broker acknowledges it in time
     */
    public Accepted await() {
        RecordMetadata written = sent.await();
        return new Accepted(id, split, written.partition(), written.offset(), contentType, bytes);
    }

    /** For the same image, waited for anew. */
    public Ticket again() {
        return new Ticket(id, split, contentType, bytes, sent.again());
    }

    /** Whether it is known already that no broker has taken it. */
    public boolean hasFailed() {
        return sent.hasFailed();
    }
}
