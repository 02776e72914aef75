package io.hone.ingest.quarantine;

import io.hone.contracts.doubt.LabelDoubted;
import io.hone.contracts.doubt.Quarantined;
import io.hone.contracts.image.HoldOutRule;
import io.hone.contracts.image.ImageEntry;
import io.hone.contracts.image.ImageId;
import io.hone.contracts.image.ImageRecords;
import io.hone.contracts.image.LabelledImage;
import io.hone.contracts.image.Split;
import io.hone.contracts.model.ModelName;
import io.hone.contracts.model.ModelSettings;
import io.hone.ingest.intake.ImageStream;
import io.hone.ingest.intake.ImageTurns;
import io.hone.ingest.intake.LargerThanTopicException;
import io.hone.ingest.record.KnownImage;
import io.hone.ingest.record.RecordReader;
import io.hone.ingest.record.RecordView;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * Takes an image whose label is doubted out of the stream, and puts it into quarantine. Into quarantine first: whoever
 * dies in between leaves it in the stream, where it counts, and does all of it again when the doubt is told again.
 */
final class PuttingAside {

    private final Function<ModelName, ModelSettings> models;
    private final RecordView view;
    private final RecordReader reader;
    private final ImageTurns turns;
    private final ImageStream stream;
    private final QuarantineTopics topics;
    private final Quarantine quarantine;
    private final int most;

    /** What came of a doubt. */
    enum Outcome {
        PUT_ASIDE,
        /** Of hold-out images it is counted only: without those that the champion gets wrong, it would look better. */
        HOLD_OUT,
        /** The image was corrected, sent again or removed meanwhile. */
        OVERTAKEN,
        /** As many lie in quarantine as may. */
        FULL,
        /** The image and the doubt are more than a record may hold. */
        TOO_LARGE,
        /** It failed again and again: the log says why. */
        GIVEN_UP
    }

    /**
     * @param models throws {@link io.hone.registry.UnknownModelException} for those that are not registered
     * @param most images that may lie in a model's quarantine
     */
    PuttingAside(
            Function<ModelName, ModelSettings> models,
            RecordView view,
            RecordReader reader,
            ImageTurns turns,
            ImageStream stream,
            QuarantineTopics topics,
            Quarantine quarantine,
            int most) {
        this.models = models;
        this.view = view;
        this.reader = reader;
        this.turns = turns;
        this.stream = stream;
        this.topics = topics;
        this.quarantine = quarantine;
        this.most = most;
    }

    /**
     * @throws io.hone.ingest.record.NotYetException as {@link RecordView#find}
     * @throws io.hone.platform.kafka.BrokerAwayException if no broker answers
     */
    Outcome of(LabelDoubted doubt) {
        ModelSettings settings = models.apply(doubt.model());
        return turns.take(doubt.model(), doubt.image(), () -> {
            var unused = view.find(doubt.model(), doubt.image());
            long readUpTo = view.readUpTo(doubt.model());
            return view.glance(doubt.model(), doubt.image())
                    .filter(image -> image.offset() == doubt.offset())
                    .map(image -> take(settings, image, doubt, readUpTo))
                    .orElse(Outcome.OVERTAKEN);
        });
    }

    private Outcome take(ModelSettings settings, KnownImage known, LabelDoubted doubt, long readUpTo) {
        if (known.golden() || known.splitBy(new HoldOutRule(settings.holdOutFraction())) == Split.HOLD_OUT) {
            return Outcome.HOLD_OUT;
        }
        if (quarantine.count(doubt.model()) >= most) {
            return Outcome.FULL;
        }
        Optional<LabelledImage> image = reader.read(doubt.model(), known);
        return image.isPresent() ? take(image.get(), doubt, readUpTo) : Outcome.OVERTAKEN;
    }

    private Outcome take(LabelledImage image, LabelDoubted doubt, long readUpTo) {
        ModelName model = doubt.model();
        topics.create(model);
        try {
            quarantine.put(model, new Quarantined(image, doubt));
        } catch (LargerThanTopicException e) {
            return Outcome.TOO_LARGE;
        }
        long taken =
                stream.send(ImageRecords.removed(model, image.id())).await().offset();
        Optional<ImageEntry> meanwhile = reader.last(model, image.id(), readUpTo, taken);
        meanwhile.ifPresent(entry -> undo(model, image.id(), entry));
        view.awaitOwn(model, taken);
        return meanwhile.isPresent() ? Outcome.OVERTAKEN : Outcome.PUT_ASIDE;
    }

    /** Somebody had sent, corrected or removed the image a moment before it was taken out: that holds. */
    private void undo(ModelName model, ImageId id, ImageEntry entry) {
        if (entry instanceof ImageEntry.Labelled labelled) {
            var unused = stream.send(ImageRecords.labelled(
                            model, labelled.image(), UUID.randomUUID().toString()))
                    .await();
        }
        quarantine.forget(model, id);
    }
}
