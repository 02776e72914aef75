package io.hone.ingest.labelstudio;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What became of a webhook: all that is queued is safe, and worked off from now on. */
@Schema(description = "What is queued is safe at the broker, and worked off from now on.")
public record WebhookAnswer(
        @Schema(examples = "ANNOTATION_CREATED") String action,

        @Schema(description = "annotations that will be seen to", examples = "1")
        int queued,

        @Schema(
                description =
                        "annotations that say that their task was skipped; queued as well where they had said something before",
                examples = "0")
        int skipped,

        @Schema(description = "why others could not be read")
        List<String> refused) {}
