package io.hone.contracts.verdict;

import io.hone.contracts.Checks;

/**
 * Images of one group (a patient, a burst, a product) are alike, so one of them says nearly what all say: a group has one
 * vote, for the candidate if more of it is mended than broken, against it if less. An image without a group is one itself.
 *
 * @param independent how many images without groups would say as much, if those of a group all said the same: {@code
 *     (Σm)² / Σm²} over the groups' sizes m, rounded down (L. Kish, "Survey Sampling", 1965)
 * @param mended votes for the candidate
 * @param broken votes against it
 */
public record Votes(int independent, int mended, int broken) {

    public Votes {
        Checks.atLeast("independent", independent, 0);
        Checks.atLeast("mended", mended, 0);
        Checks.atLeast("broken", broken, 0);
    }

    Votes plus(Votes others) {
        return new Votes(independent + others.independent, mended + others.mended, broken + others.broken);
    }
}
