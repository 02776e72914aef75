package io.hone.contracts.verdict;

import io.hone.contracts.Checks;

/**
 * The best champion the model ever had, on the same images as the candidate: losses too small for one verdict must not add
 * up over many.
 *
 * @param version which
 * @param paired with the best champion in the champion's place
 */
public record BestSoFar(int version, PairedOutcomes paired) {

    public BestSoFar {
        Checks.atLeast("version", version, 1);
        Checks.present("paired", paired);
    }
}
