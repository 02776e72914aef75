package io.hone.ingest.intake;

import io.hone.contracts.image.GivenLabel;
import io.hone.contracts.image.HoldOutRule;
import io.hone.contracts.image.ImageId;
import io.hone.contracts.image.ImagePayload;
import io.hone.contracts.image.ImageRecords;
import io.hone.contracts.image.LabelHistory;
import io.hone.contracts.image.LabelledImage;
import io.hone.contracts.image.Split;
import io.hone.contracts.intake.IntakeRules;
import io.hone.contracts.intake.LabelRule;
import io.hone.contracts.model.ModelName;
import io.hone.contracts.model.ModelSettings;
import io.hone.images.UnreadableImageException;
import io.hone.ingest.record.KnownImage;
import io.hone.ingest.record.NotYetException;
import io.hone.ingest.record.RecordView;
import io.hone.platform.kafka.BrokerAwayException;
import io.hone.registry.UnknownModelException;
import io.hone.registry.store.ObjectStoreException;
import java.net.URI;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;

/** The way of an image into a model's stream: checked, split, checked in when large, sent. */
public final class Intake {

    private final KnownModels models;
    private final DecodeMemory decoders;
    private final ClaimCheck claims;
    private final ImageStream stream;
    private final RecordView view;
    private final LabelRules rules;
    private final ImageTurns turns;
    private final Aside aside;
    private final URI source;
    private final Clock clock;

    Intake(
            KnownModels models,
            DecodeMemory decoders,
            ClaimCheck claims,
            ImageStream stream,
            RecordView view,
            LabelRules rules,
            ImageTurns turns,
            Aside aside,
            URI source,
            Clock clock) {
        this.models = models;
        this.decoders = decoders;
        this.claims = claims;
        this.stream = stream;
        this.view = view;
        this.rules = rules;
        this.turns = turns;
        this.aside = aside;
        this.source = source;
        this.clock = clock;
    }

    /** @throws UnknownModelException if it is not registered */
    public ModelSettings require(ModelName model) {
        return models.settings(model);
    }

    /**
     * Sends the image on its way and returns; it is safe when {@link Ticket#await} says so. Of one that is known, split,
     * group and golden mark stay unless the labelling says otherwise.
     *
     * <p>Where the last label holds, whatever is known at the moment is enough. Under any other rule the label depends on
     * what others have said: then the stream is read to its end first, and an image at a time is safe on return. So is one
     * that lay in quarantine, and lies there no more: whoever sends it has looked at its label again.
     *
     * @throws UnreadableImageException if it is no image within the limits
     * @throws LabelRefusedException if the label cannot hold
     * @throws BusyException if too many images are being decoded already
     * @throws NotYetException if the label depends on others, and the stream could not be read to its end in time
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
        Checked image = new Checked(new ImagePayload.Inline(encoded), contentType, source);
        ModelName model = settings.model();
        IntakeRules rule = rules.of(model);
        Optional<KnownImage> doubted = aside.glance(model, image.id());
        if (rule.rule() == LabelRule.LAST && doubted.isEmpty()) {
            return send(settings, rule, labelling, image, view.glance(model, image.id()), false);
        }
        return turns.take(model, image.id(), () -> {
            Optional<KnownImage> known = view.find(model, image.id()).or(() -> doubted);
            Ticket ticket = send(settings, rule, labelling, image, known, doubted.isPresent());
            ticket.await();
            doubted.ifPresent(there -> aside.forget(model, there.id()));
            return ticket;
        });
    }

    private record Checked(ImagePayload.Inline payload, String contentType, URI source) {

        ImageId id() {
            return payload.id();
        }
    }

    private Ticket send(
            ModelSettings settings,
            IntakeRules rule,
            Labelling labelling,
            Checked checked,
            Optional<KnownImage> known,
            boolean reviewed) {
        GivenLabel given = labelling.at(clock.instant().truncatedTo(ChronoUnit.MILLIS));
        LabelHistory history =
                known.map(KnownImage::history).orElse(LabelHistory.NONE).and(given);
        GivenLabel holds =
                rule.holding(history).or(() -> known.map(KnownImage::holds)).orElseThrow(() -> untrusted(labelling));
        Placing placing = Placing.of(labelling, known);
        Split split = placing.splitOf(checked.id(), new HoldOutRule(settings.holdOutFraction()));
        ModelName model = settings.model();
        LabelledImage image = new LabelledImage(
                checked.id(),
                holds.label(),
                Optional.of(split),
                placing.group(),
                holds.annotator(),
                placing.golden(),
                checked.source,
                holds.at(),
                checked.contentType,
                claims.payload(model, checked.payload, checked.contentType),
                holds.annotation(),
                history.labels().size() > 1 ? history : LabelHistory.NONE,
                reviewed);
        Sent sent = stream.send(
                ImageRecords.labelled(model, image, UUID.randomUUID().toString()));
        return new Ticket(checked.id(), split, checked.contentType, checked.payload.bytes().length, sent);
    }

    private static LabelRefusedException untrusted(Labelling labelling) {
        String annotator = labelling.annotator().orElse("");
        return new LabelRefusedException(
                LabelRefusedException.Reason.UNTRUSTED,
                "annotator",
                annotator,
                "annotator is '%s', who is not in the model's labels.trusted, and the image has no label by one who is: let one label it first"
                        .formatted(annotator));
    }

    /**
     * Takes an image out, whether it was ever there or not; returns once that is safe. A correction that is under way in
     * this process comes before it or finds the image gone.
     *
     * @throws UnknownModelException if the model is not registered
     * @throws NotYetException if corrections of the image go on for too long
     * @throws BrokerAwayException if no broker acknowledges it in time
     * @throws ObjectStoreException if it is out of the stream, but its bytes could not be removed from the bucket
     */
    public void remove(ModelName model, ImageId id) {
        require(model);
        turns.take(model, id, () -> {
            long offset = stream.send(ImageRecords.removed(model, id)).await().offset();
            view.awaitOwn(model, offset);
            aside.forget(model, id);
            return offset;
        });
        claims.forget(model, id);
    }

    /**
     * Takes an image out of quarantine and nowhere back; returns once that is safe.
     *
     * @return what was known of it
     * @throws UnknownImageException if it does not lie there
     * @throws NotYetException as {@link #remove}, or if the streams could not be read to their ends in time
     * @throws BrokerAwayException as {@link #remove}
     * @throws ObjectStoreException as {@link #remove}
     */
    public KnownImage discard(ModelName model, ImageId id) {
        require(model);
        KnownImage discarded = turns.take(model, id, () -> {
            KnownImage doubted = doubted(model, id);
            aside.forget(model, id);
            return doubted;
        });
        claims.forget(model, id);
        return discarded;
    }

    /** What lies in quarantine and not in the stream. */
    KnownImage doubted(ModelName model, ImageId id) {
        return Optional.of(id)
                .filter(each -> view.find(model, each).isEmpty())
                .flatMap(each -> aside.find(model, each))
                .orElseThrow(() -> UnknownImageException.notQuarantined(model, id));
    }
}
