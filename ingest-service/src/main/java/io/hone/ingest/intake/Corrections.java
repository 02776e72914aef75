package io.hone.ingest.intake;

import io.hone.contracts.image.GivenLabel;
import io.hone.contracts.image.ImageId;
import io.hone.contracts.image.ImageRecords;
import io.hone.contracts.image.LabelHistory;
import io.hone.contracts.image.LabelledImage;
import io.hone.contracts.intake.IntakeRules;
import io.hone.contracts.model.ModelName;
import io.hone.contracts.model.ModelSettings;
import io.hone.ingest.record.KnownImage;
import io.hone.ingest.record.NotYetException;
import io.hone.ingest.record.RecordReader;
import io.hone.ingest.record.RecordView;
import io.hone.platform.kafka.BrokerAwayException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;

/**
 * New labels for images that are known, and labels taken back. The image's record is written once more under its new
 * label; everything else it says stays.
 *
 * <p>In one process the corrections of an image follow one another, each upon what the one before has left, so that none
 * is lost. Of several ingest processes two may correct the same image at the same moment: the later record's label holds,
 * as with any two records of an image, the histories of both are joined by whoever reads both, and a majority that was
 * counted without the other's vote is counted right by the next label of the image.
 *
 * <p>Every method throws {@link NotYetException} when the stream could not be read to its end in time, {@link
 * BrokerAwayException} when no broker answers.
 */
public final class Corrections {

    private final RecordView view;
    private final RecordReader reader;
    private final LabelRules rules;
    private final ImageTurns turns;
    private final ImageStream stream;
    private final Intake intake;
    private final Aside aside;
    private final Clock clock;

    Corrections(
            RecordView view,
            RecordReader reader,
            LabelRules rules,
            ImageTurns turns,
            ImageStream stream,
            Intake intake,
            Aside aside,
            Clock clock) {
        this.view = view;
        this.reader = reader;
        this.rules = rules;
        this.turns = turns;
        this.stream = stream;
        this.intake = intake;
        this.aside = aside;
        this.clock = clock;
    }

    /** @throws UnknownImageException if it is not in the stream, or not any more */
    public KnownImage find(ModelName model, ImageId id) {
        return view.find(model, id)
                .orElseThrow(() -> aside.glance(model, id).isPresent()
                        ? UnknownImageException.quarantined(model, id)
                        : new UnknownImageException(model, "id", id.value()));
    }

    /** The image that an annotation labels; empty if there is none, or it was taken back. */
    public Optional<ImageId> imageOf(ModelName model, String annotation) {
        return view.annotated(model, annotation)
                .flatMap(id -> view.glance(model, id))
                .filter(image -> image.history().standsBy(annotation))
                .map(KnownImage::id);
    }

    /**
     * Gives the image a label, which holds if the model's rule says so; returns once that is safe. What is said already
     * changes nothing, so that it may be said again. An image that lies in quarantine is released with it.
     *
     * @return what is known of the image from now on
     * @throws UnknownImageException if it is not in the stream, or not any more
     */
    public KnownImage relabel(ModelSettings settings, ImageId id, Relabelling relabelling) {
        ModelName model = settings.model();
        IntakeRules rule = rules.of(model);
        return turns.take(model, id, () -> {
            Optional<KnownImage> inStream = view.find(model, id);
            KnownImage known = inStream.or(() -> aside.find(model, id))
                    .orElseThrow(() -> new UnknownImageException(model, "id", id.value()));
            GivenLabel given = relabelling.at(clock.instant().truncatedTo(ChronoUnit.MILLIS));
            LabelHistory history = known.history().and(given);
            GivenLabel holds = rule.holding(history).orElse(known.holds());
            if (inStream.isEmpty()) {
                return release(model, known, holds, history);
            }
            return history.equals(known.history()) && holds.repeats(known.holds())
                    ? known
                    : rewrite(model, known, holds, history);
        });
    }

    /**
     * Puts an image that lies in quarantine back into the stream, as it was: its label was looked at, and is not doubted
     * again; returns once that is safe.
     *
     * @return what is known of the image from now on
     * @throws UnknownImageException if it does not lie there
     */
    public KnownImage release(ModelName model, ImageId id) {
        return turns.take(model, id, () -> {
            KnownImage known = intake.doubted(model, id);
            return release(model, known, known.holds(), known.history());
        });
    }

    private KnownImage release(ModelName model, KnownImage known, GivenLabel holds, LabelHistory history) {
        LabelledImage after = aside.read(model, known).labelled(holds, history).asReviewed();
        long offset = send(model, after);
        view.awaitOwn(model, offset);
        aside.forget(model, known.id());
        return known.relabelled(holds, history, offset);
    }

    /**
     * Takes back what an annotation has said: of the labels that are left, the one holds that the model's rule says, and
     * where none is left the image is taken out; returns once that is safe.
     *
     * @return empty if the annotation is not known, or was taken back before
     */
    public Optional<Withdrawal> withdraw(ModelSettings settings, String annotation) {
        ModelName model = settings.model();
        IntakeRules rule = rules.of(model);
        return imageOf(model, annotation)
                .or(() -> aside.annotated(model, annotation))
                .flatMap(id -> turns.take(model, id, () -> {
                    Optional<KnownImage> inStream = view.find(model, id);
                    return inStream.or(() -> aside.find(model, id))
                            .filter(image -> image.history().standsBy(annotation))
                            .map(image -> withdraw(model, image, inStream.isPresent(), rule, annotation));
                }));
    }

    private Withdrawal withdraw(
            ModelName model, KnownImage known, boolean inStream, IntakeRules rule, String annotation) {
        LabelHistory history =
                known.history().withdraw(annotation, clock.instant().truncatedTo(ChronoUnit.MILLIS));
        Optional<GivenLabel> holds = rule.holding(history);
        if (holds.isEmpty()) {
            intake.remove(model, known.id());
            return new Withdrawal(known.id(), true, Optional.empty());
        }
        KnownImage unused =
                inStream ? rewrite(model, known, holds.get(), history) : release(model, known, holds.get(), history);
        return new Withdrawal(known.id(), false, holds.map(GivenLabel::label));
    }

    private KnownImage rewrite(ModelName model, KnownImage known, GivenLabel holds, LabelHistory history) {
        LabelledImage before = reader.read(model, known)
                .orElseThrow(() -> new NotYetException(
                        "image '%s' was changed by others meanwhile: try again".formatted(known.id())));
        LabelledImage after = (known.golden() ? before.marked() : before).labelled(holds, history);
        return known.relabelled(holds, history, send(model, after));
    }

    private long send(ModelName model, LabelledImage image) {
        return stream.send(ImageRecords.labelled(model, image, UUID.randomUUID().toString()))
                .await()
                .offset();
    }
}
