package io.hone.ingest.inbox;

import io.hone.contracts.Json;
import io.hone.contracts.image.ImageId;
import io.hone.contracts.model.ModelName;
import io.hone.contracts.model.ModelSettings;
import io.hone.images.ImageDecoder;
import io.hone.images.UnreadableImageException;
import io.hone.ingest.intake.Accepted;
import io.hone.ingest.intake.BusyException;
import io.hone.ingest.intake.Intake;
import io.hone.ingest.intake.IntakeMetrics;
import io.hone.ingest.intake.Labelling;
import io.hone.platform.kafka.BrokerAwayException;
import io.hone.registry.store.ObjectStore;
import io.hone.registry.store.ObjectStoreException;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Takes in what others put into the bucket, and moves it to {@code done/} or, with the reason, to {@code failed/}. An
 * object is moved only when its image is safe at the broker: whoever dies between leaves it where it is, and the next
 * one sends the same image again, which is the same image. For the same reason several processes may do it at a time.
 */
public final class Inbox {

    private static final Logger LOG = Logger.getLogger(Inbox.class);

    private final ObjectStore bucket;
    private final Intake intake;
    private final ImageDecoder decoder;
    private final IntakeMetrics intakeMetrics;
    private final InboxMetrics metrics;
    private final Clock clock;
    private final int listing;

    /** @param listing how many keys are asked for at a time, at least 1 */
    public Inbox(
            ObjectStore bucket,
            Intake intake,
            ImageDecoder decoder,
            IntakeMetrics intakeMetrics,
            InboxMetrics metrics,
            Clock clock,
            int listing) {
        if (listing < 1) {
            throw new IllegalArgumentException("hone.inbox.listing is %d, must be at least 1".formatted(listing));
        }
        this.bucket = bucket;
        this.intake = intake;
        this.decoder = decoder;
        this.intakeMetrics = intakeMetrics;
        this.metrics = metrics;
        this.clock = clock;
        this.listing = listing;
    }

    /**
     * Goes through the inbox once.
     *
     * @throws BrokerAwayException if Kafka takes nothing; what is left stays where it is
     * @throws ObjectStoreException if the bucket is away
     * @throws BusyException if too many images are being decoded already
     */
    public void sweep() {
        List<String> keys = bucket.keys(InboxKey.INBOX, "", listing);
        while (!keys.isEmpty() && !Thread.currentThread().isInterrupted()) {
            keys.stream().filter(key -> !InboxKey.isNoImage(key)).forEach(this::take);
            keys = bucket.keys(InboxKey.INBOX, keys.get(keys.size() - 1), listing);
        }
    }

    private void take(String key) {
        try {
            takeIn(key);
        } catch (BrokerAwayException | ObjectStoreException | BusyException e) {
            throw e;
        } catch (UnreadableImageException | RuntimeException e) {
            fail(key, e);
        }
    }

    private void takeIn(String key) throws UnreadableImageException {
        InboxKey place = InboxKey.parse(key);
        ModelSettings settings = intake.require(new ModelName(place.model()));
        Labelling labelling = Labelling.of(place.label(), null, null, null, null);
        Optional<byte[]> encoded = read(key);
        if (encoded.isEmpty()) {
            // Another process was faster.
            return;
        }
        Accepted image = intake.send(settings, labelling, encoded.get()).await();
        intakeMetrics.accepted(settings.model(), image);
        if (move(key, InboxKey.done(key))) {
            metrics.done();
            tell(key, image.id());
        }
    }

    private static void tell(String key, ImageId image) {
        LOG.debugf("Object taken in: object=%s image=%s", key, image);
    }

    /** Never more than an image may have. */
    private Optional<byte[]> read(String key) throws UnreadableImageException {
        Optional<InputStream> found = bucket.open(key);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        try (InputStream in = found.get()) {
            byte[] encoded = in.readNBytes(decoder.limits().maxBytes() + 1);
            decoder.requireSize(encoded.length);
            return Optional.of(encoded);
        } catch (IOException e) {
            throw new ObjectStoreException("cannot read '%s': %s".formatted(key, e.getMessage()), e);
        }
    }

    private void fail(String key, Exception failure) {
        if (!InboxFailure.isExpected(failure)) {
            LOG.errorf(failure, "Object not taken in because of a mistake of ours: object=%s", key);
        }
        InboxFailure reason = InboxFailure.of(key, failure, clock.instant());
        bucket.write(InboxKey.reason(key), Json.writePretty(reason), "application/json");
        if (move(key, InboxKey.failed(key))) {
            intakeMetrics.refused(Optional.empty(), reason.problem());
            metrics.failed();
            LOG.warnf("Object not taken in: object=%s reason=%s", key, reason.reason());
        }
    }

    /** @return false if another process did */
    private boolean move(String from, String to) {
        boolean copied = bucket.copy(from, to);
        bucket.delete(from);
        return copied;
    }
}
