package io.hone.ingest.intake;

import io.hone.contracts.image.Split;
import io.hone.contracts.model.Classes;
import io.hone.platform.problem.InvalidFieldException;
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
 */
public record Labelling(
        String label, Optional<String> group, Optional<String> annotator, Optional<Split> split, boolean golden) {

    private static final int MAX_LENGTH = 200;

    /**
     * From a request's fields; what is optional may be null, or empty as web forms leave it.
     *
     * @throws InvalidFieldException naming the first field that is not as it must be
     */
    public static Labelling of(String label, String group, String annotator, String split, String golden) {
        return new Labelling(
                Words.line("label", label, Classes.MAX_LABEL_LENGTH),
                optional("group", group, value -> Words.line("group", value, MAX_LENGTH)),
                optional("annotator", annotator, value -> Words.line("annotator", value, MAX_LENGTH)),
                optional("split", split, Split::fromWireName),
                optional("golden", golden, Labelling::yes).orElse(false));
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
