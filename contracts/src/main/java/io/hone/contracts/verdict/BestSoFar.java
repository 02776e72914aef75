package io.hone.contracts.verdict;

import io.hone.contracts.Checks;

/**
 * The champion before the present one that the candidate stays farthest below: losses too small for one verdict must not
 * add up over many.
 *
 * @param version which
 * @param paired with that version in the champion's place, on the images of the classes that it knows
 */
public record BestSoFar(int version, PairedOutcomes paired) {

    public BestSoFar {
        Checks.atLeast("version", version, 1);
        Checks.present("paired", paired);
    }
}
