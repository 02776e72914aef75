package io.hone.evaluator.operator;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Describes what a request about the champion holds; {@link OrderForm} reads it. */
record OrderFields(
        @Schema(description = "which version is meant; a rollback may leave it out", examples = "3")
        Integer version,

        @Schema(
                description = "why, one line of at most 1000 characters; an approval may leave it out",
                examples = "blurred")
        String reason,

        @Schema(description = "who decides, where the caller's own name is not enough", examples = "ada")
        String by) {}
