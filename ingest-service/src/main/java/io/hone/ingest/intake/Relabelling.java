package io.hone.ingest.intake;

import io.hone.contracts.image.GivenLabel;
import io.hone.contracts.model.Classes;
import io.hone.platform.problem.InvalidFieldException;
import java.time.Instant;
import java.util.Optional;

/**
 * A new label for an image that is known.
 *
 * @param annotation the labelling tool's own name for the giving of it, unique in the model
 */
public record Relabelling(String label, Optional<String> annotator, Optional<String> annotation) {

    /**
     * From a request's fields; annotator and annotation may be null or empty.
     *
     * @throws InvalidFieldException naming the first field that is not as it must be
     */
    public static Relabelling of(String label, String annotator, String annotation) {
        return new Relabelling(
                Words.line("label", label, Classes.MAX_LABEL_LENGTH),
                Words.optional("annotator", annotator),
                Words.optional("annotation", annotation));
    }

    GivenLabel at(Instant when) {
        return new GivenLabel(label, when, annotator, annotation);
    }
}
