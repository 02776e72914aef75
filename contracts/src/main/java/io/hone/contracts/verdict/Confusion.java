package io.hone.contracts.verdict;

import io.hone.contracts.Checks;

/** Images of one class that a version takes for another, or for the right one. Pairs without images are not listed. */
public record Confusion(String label, String predicted, int images) {

    public Confusion {
        Checks.present("label", label);
        Checks.present("predicted", predicted);
        Checks.atLeast("images", images, 1);
    }
}
