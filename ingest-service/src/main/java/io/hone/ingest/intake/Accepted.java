package io.hone.ingest.intake;

import io.hone.contracts.image.ImageId;
import io.hone.contracts.image.Split;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An image that is in the stream, safe at the broker. */
@Schema(description = "An image that is in the model's stream, acknowledged by Kafka.")
public record Accepted(
        @Schema(
                implementation = String.class,
                description = "SHA-256 of the image's bytes: the same file always has the same id",
                examples = "2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae")
        ImageId id,

        @Schema(
                implementation = String.class,
                enumeration = {"training", "hold-out"},
                description = "whether it will be trained on, or kept to compare versions on")
        Split split,

        @Schema(description = "of the model's topic", examples = "0")
        int partition,

        @Schema(description = "of the record in the model's topic", examples = "4711")
        long offset,

        @Schema(description = "by the image's content", examples = "image/png")
        String contentType,

        @Schema(description = "of the encoded image", examples = "2218")
        int bytes) {}
