package io.hone.ingest.intake;

import io.hone.contracts.image.GivenLabel;
import io.hone.contracts.image.Split;
import io.hone.contracts.model.Classes;
import io.hone.platform.problem.InvalidFieldException;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a labelling pipeline says about an image.
 *
 * @param label the class it shows
 * @param group what it was taken of or with
 * @param annotator who or what labelled it
 * @param split where it must go; absent when the hold-out rule decides
 * @param golden whether it belongs to the frozen set that no champion may be worse on: always hold-out
 * @param annotation the labelling tool's own name for the giving of the label, unique in the model
 */
public record Labelling(
        String label,
        Optional<String> group,
        Optional<String> annotator,
        Optional<Split> split,
        boolean golden,
        Optional<String> annotation) {

    /**
     * From a request's fields; what is optional may be null, or empty as web forms leave it.
     *
     * @throws InvalidFieldException naming the first field that is not as it must be
     */
    public static Labelling of(
            String label, String group, String annotator, String split, String golden, String annotation) {
        return new Labelling(
                Words.line("label", label, Classes.MAX_LABEL_LENGTH),
                Words.optional("group", group),
                Words.optional("annotator", annotator),
                optional("split", split, Split::fromWireName),
                optional("golden", golden, Labelling::yes).orElse(false),
                Words.optional("annotation", annotation));
    }

    /** One of no annotation. */
    public static Labelling of(String label, String group, String annotator, String split, String golden) {
        return of(label, group, annotator, split, golden, null);
    }

    public Labelling(
            String label, Optional<String> group, Optional<String> annotator, Optional<Split> split, boolean golden) {
        this(label, group, annotator, split, golden, Optional.empty());
    }

    public Labelling {
        if (golden && split.equals(Optional.of(Split.TRAINING))) {
            throw new InvalidFieldException(
                    "golden",
                    "true",
                    "golden is 'true' with split 'training': a golden image always goes to the hold-out, leave split out");
        }
        split = golden ? Optional.of(Split.HOLD_OUT) : split;
    }

    GivenLabel at(Instant when) {
        return new GivenLabel(label, when, annotator, annotation);
    }

    private static boolean yes(String value) {
        return switch (value) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("golden is '%s', must be 'true' or 'false'".formatted(value));
        };
    }

    private static <T> Optional<T> optional(String field, String value, Function<String, T> parse) {
        return Optional.ofNullable(value)
                .filter(given -> !given.isEmpty())
                .map(given -> InvalidFieldException.parse(field, given, () -> parse.apply(given)));
    }
}
