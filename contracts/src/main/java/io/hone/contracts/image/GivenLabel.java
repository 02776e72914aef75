package io.hone.contracts.image;

import io.hone.contracts.Checks;
import io.hone.contracts.model.Classes;
import java.time.Instant;
import java.util.Optional;

/**
 * One label that somebody gave to an image, whether it holds or not.
 *
 * @param label the class, 1 to 200 characters
 * @param at when it was given
 * @param annotator who or what gave it; at most 200 characters
 * @param annotation the labelling tool's own name for the giving of it, unique in the model; at most 200 characters
 * @param withdrawn when the annotation was taken back; such a label counts no more
 */
public record GivenLabel(
        String label,
        Instant at,
        Optional<String> annotator,
        Optional<String> annotation,
        Optional<Instant> withdrawn) {

    private static final int MAX_LENGTH = 200;

    public GivenLabel {
        Checks.line("label", label, Classes.MAX_LABEL_LENGTH);
        Checks.present("at", at);
        // In the JSON of the history what is absent is left out.
        annotator = annotator == null ? Optional.empty() : annotator;
        annotation = annotation == null ? Optional.empty() : annotation;
        withdrawn = withdrawn == null ? Optional.empty() : withdrawn;
        annotator.ifPresent(value -> Checks.line("annotator", value, MAX_LENGTH));
        annotation.ifPresent(value -> Checks.line("annotation", value, MAX_LENGTH));
    }

    public GivenLabel(String label, Instant at, Optional<String> annotator, Optional<String> annotation) {
        this(label, at, annotator, annotation, Optional.empty());
    }

    /** Whether both say the same, by the same annotator and annotation, whenever that was. */
    public boolean repeats(GivenLabel other) {
        return label.equals(other.label) && annotator.equals(other.annotator) && annotation.equals(other.annotation);
    }

    boolean isSameAs(GivenLabel other) {
        return repeats(other) && at.equals(other.at);
    }

    GivenLabel withdrawnAt(Instant when) {
        return withdrawn.isPresent() ? this : new GivenLabel(label, at, annotator, annotation, Optional.of(when));
    }

    /** Labels of one annotator are one vote, the last; those of nobody in particular are one together. */
    String voter() {
        return annotator.or(() -> annotation).orElse("");
    }
}
