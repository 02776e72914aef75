package io.hone.ingest.intake;

import io.hone.contracts.image.ImageId;
import io.hone.contracts.image.LabelledImage;
import io.hone.contracts.model.ModelName;
import io.hone.ingest.record.KnownImage;
import io.hone.ingest.record.NotYetException;
import io.hone.platform.kafka.BrokerAwayException;
import java.util.Optional;

/**
 * Where images lie whose labels are doubted. One that is in the stream lies here no more, whatever is still found: whoever
 * puts one back writes it to the stream first, and forgets it here afterwards.
 *
 * <p>Every method but {@link #glance} throws {@link NotYetException} when what lies here could not be read to its end in
 * time, {@link BrokerAwayException} when no broker answers.
 */
public interface Aside {

    /** What is known at the moment, which may be less than there is. */
    Optional<KnownImage> glance(ModelName model, ImageId id);

    /** What lies here by all that was written when this was called; its offset is that of the record here. */
    Optional<KnownImage> find(ModelName model, ImageId id);

    /** The image here that an annotation labels. */
    Optional<ImageId> annotated(ModelName model, String annotation);

    /** The image as it was taken out of the stream. */
    LabelledImage read(ModelName model, KnownImage image);

    /** Returns once it is safe that the image lies here no more, whether it did or not. */
    void forget(ModelName model, ImageId id);
}
