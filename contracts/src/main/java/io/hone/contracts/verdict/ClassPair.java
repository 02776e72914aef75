package io.hone.contracts.verdict;

import io.hone.contracts.Checks;

/**
 * Champion and candidate on the images of one class.
 *
 * @param known whether the champion knows the class; others are new, and the champion is never right about them
 */
public record ClassPair(String label, boolean known, PairedOutcomes paired) {

    public ClassPair {
        Checks.present("label", label);
        Checks.present("paired", paired);
    }
}
