package io.hone.ingest.cvat;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What became of a webhook. */
@Schema(description = "What is queued is safe at the broker, and worked off from now on.")
public record CvatAnswer(
        @Schema(examples = "update:job") String event,

        @Schema(description = "jobs that will be seen to", examples = "1")
        int queued) {}
