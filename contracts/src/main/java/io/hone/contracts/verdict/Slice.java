package io.hone.contracts.verdict;

import io.hone.contracts.Checks;

/**
 * Champion and candidate on some of the images, chosen by where they come from.
 *
 * @param by what they have in common: {@code group}, {@code annotator}, {@code source} or {@code age}
 * @param value of it, such as the annotator's name
 */
public record Slice(String by, String value, PairedOutcomes paired) {

    public Slice {
        Checks.line("by", by, 100);
        Checks.present("value", value);
        Checks.present("paired", paired);
    }
}
