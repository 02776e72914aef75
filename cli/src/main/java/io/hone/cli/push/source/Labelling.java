package io.hone.cli.push.source;

import java.util.Locale;
import java.util.Optional;

/**
 * What a source says about an image.
 *
 * @param split {@code training} or {@code hold-out}; absent where the hold-out rule is to decide
 */
public record Labelling(String label, Optional<String> group, Optional<String> annotator, Optional<String> split) {

    public static Labelling of(String label) {
        return new Labelling(label, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /**
     * By the names that data sets have for it: what others validate or test on is never trained on here.
     *
     * @return empty for no text
     */
    static Optional<String> split(String text) throws UnusableException {
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "" -> Optional.empty();
            case "training", "train" -> Optional.of("training");
            case "hold-out", "holdout", "hold_out", "test", "testing", "validation", "valid", "val", "dev", "eval" ->
                Optional.of("hold-out");
            default ->
                throw new UnusableException(
                        "split is '%s', must be training or hold-out; train, test and validation are understood"
                                .formatted(Texts.shown(text)));
        };
    }
}
