package io.hone.ingest.quarantine;

import io.hone.contracts.image.ImageId;
import io.hone.ingest.record.KnownImage;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An image that was put back into the stream. */
@Schema(description = "An image that is in the model's stream again.")
public record ReleasedView(
        @Schema(implementation = String.class, description = "SHA-256 of the image's bytes")
        ImageId id,

        @Schema(description = "the label that holds", examples = "dandelion")
        String label,

        @Schema(description = "who gave it", examples = "grace")
        Optional<String> annotator,

        @Schema(description = "of its record in the model's topic", examples = "4711")
        long offset) {

    static ReleasedView of(KnownImage image) {
        return new ReleasedView(image.id(), image.holds().label(), image.holds().annotator(), image.offset());
    }
}
