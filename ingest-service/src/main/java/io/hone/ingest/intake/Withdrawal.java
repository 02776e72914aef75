package io.hone.ingest.intake;

import io.hone.contracts.image.ImageId;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What came of taking an annotation back. */
@Schema(description = "What came of taking an annotation back.")
public record Withdrawal(
        @Schema(implementation = String.class, description = "the image that it labelled")
        ImageId image,

        @Schema(description = "whether the image is out of the stream: it had no other label that counts")
        boolean removed,

        @Schema(description = "the label that holds now; absent when the image is removed", examples = "daisy")
        Optional<String> label) {}
