package io.hone.ingest.intake;

import io.hone.contracts.image.HoldOutRule;
import io.hone.contracts.image.ImageId;
import io.hone.contracts.image.ImageRecords;
import io.hone.contracts.image.LabelledImage;
import io.hone.contracts.image.Split;
import io.hone.contracts.model.ModelName;
import io.hone.contracts.model.ModelSettings;
import io.hone.images.UnreadableImageException;
import io.hone.platform.kafka.BrokerAwayException;
import io.hone.registry.UnknownModelException;
import io.hone.registry.store.ObjectStoreException;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/** The way of an image into a model's stream: checked, split, checked in when large, sent. */
public final class Intake {

    private final KnownModels models;
    private final DecodeMemory decoders;
    private final ClaimCheck claims;
    private final ImageStream stream;
    private final URI source;
    private final Clock clock;

    public Intake(
            KnownModels models, DecodeMemory decoders, ClaimCheck claims, ImageStream stream, URI source, Clock clock) {
        this.models = models;
        this.decoders = decoders;
        this.claims = claims;
        this.stream = stream;
        this.source = source;
        this.clock = clock;
    }

    /** @throws UnknownModelException if it is not registered */
    public ModelSettings require(ModelName model) {
        return models.settings(model);
    }

    /**
     * Sends the image on its way and returns; it is safe when {@link Ticket#await} says so.
     *
     * @throws UnreadableImageException if it is no image within the limits
     * @throws BusyException if too many images are being decoded already
     * @throws ObjectStoreException if it is large, and the bucket is away
     * @throws BrokerAwayException if Kafka takes no more
     */
    public Ticket send(ModelSettings settings, Labelling labelling, byte[] encoded) throws UnreadableImageException {
        return send(settings, labelling, encoded, source);
    }

    /** The same, of a pipeline that is named in the record. */
    public Ticket send(ModelSettings settings, Labelling labelling, byte[] encoded, URI source)
            throws UnreadableImageException {
        String contentType = decoders.check(encoded).mediaType();
        ImageId id = ImageId.of(encoded);
        ModelName model = settings.model();
        Split split = labelling.split().orElseGet(() -> new HoldOutRule(settings.holdOutFraction())
                .splitOf(id, labelling.group()));
        LabelledImage image = new LabelledImage(
                id,
                labelling.label(),
                Optional.of(split),
                labelling.group(),
                labelling.annotator(),
                labelling.golden(),
                source,
                clock.instant(),
                contentType,
                claims.payload(model, id, encoded, contentType));
        Sent sent = stream.send(
                ImageRecords.labelled(model, image, UUID.randomUUID().toString()));
        return new Ticket(id, split, contentType, encoded.length, sent);
    }

    /**
     * Takes an image out, whether it was ever there or not; returns once that is safe.
     *
     * @throws UnknownModelException if the model is not registered
     * @throws BrokerAwayException if no broker acknowledges it in time
     * @throws ObjectStoreException if it is out of the stream, but its bytes could not be removed from the bucket
     */
    public void remove(ModelName model, ImageId id) {
        require(model);
        stream.send(ImageRecords.removed(model, id)).await();
        claims.forget(model, id);
    }
}
