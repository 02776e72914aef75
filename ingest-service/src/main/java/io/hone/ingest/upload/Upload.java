package io.hone.ingest.upload;

import io.hone.contracts.image.ImageId;
import io.hone.contracts.model.ModelSettings;
import io.hone.images.UnreadableImageException;
import io.hone.ingest.intake.Intake;
import io.hone.ingest.intake.Labelling;
import io.hone.ingest.intake.Ticket;
import java.util.Optional;
import java.util.function.IntFunction;

/** The images of one request on their way into their model's stream. */
final class Upload {

    private final Intake intake;
    private final Repeats repeats;
    private final ModelSettings settings;
    private final Optional<IntFunction<Repeats.Key>> keys;

    /** @param keys of the request's parts; empty when it gave none, and so is never taken for another */
    Upload(Intake intake, Repeats repeats, ModelSettings settings, Optional<IntFunction<Repeats.Key>> keys) {
        this.intake = intake;
        this.repeats = repeats;
        this.settings = settings;
        this.keys = keys;
    }

    ModelSettings settings() {
        return settings;
    }

    /**
     * Sends an image on its way, unless this request was here before.
     *
     * @param part from 0
     * @throws UnreadableImageException if it is no image within the limits
     */
    Ticket send(int part, Labelling labelling, byte[] encoded) throws UnreadableImageException {
        if (keys.isEmpty()) {
            return intake.send(settings, labelling, encoded);
        }
        return repeats.once(
                keys.get().apply(part),
                ImageId.of(encoded),
                labelling,
                () -> intake.send(settings, labelling, encoded));
    }
}
