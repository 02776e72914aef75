package io.hone.ingest.task;

import com.fasterxml.jackson.databind.JsonNode;
import io.hone.contracts.model.ModelName;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A task that failed, as people see it. */
@Schema(description = "Something that a labelling tool told and that could not be done.")
public record SetbackView(
        @Schema(
                description = "what it is about; the same again takes its place",
                examples = "label-studio:lab:annotation-17")
        String id,

        @Schema(implementation = String.class, examples = "plants")
        ModelName model,

        @Schema(description = "what was to be done", examples = "label-studio.annotation")
        String kind,

        @Schema(description = "who told it, by its name in the configuration", examples = "lab")
        String tool,

        @Schema(description = "why the last attempt failed") String reason,
        @Schema(examples = "3") int attempts,

        @Schema(description = "when it was told, or asked for again")
        Instant received,

        @Schema(description = "when the last attempt failed")
        Instant failedAt,

        @Schema(description = "when the next attempt is; absent for dead letters")
        Optional<Instant> due,

        @Schema(type = SchemaType.OBJECT, description = "what was told, as far as it matters")
        JsonNode detail) {

    static SetbackView of(Setback setback) {
        Task task = setback.task();
        return new SetbackView(
                task.id(),
                task.model(),
                task.kind(),
                task.tool(),
                setback.reason(),
                setback.attempts(),
                task.received(),
                setback.failedAt(),
                setback.due(),
                task.detail());
    }
}
