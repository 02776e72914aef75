package io.hone.contracts.verdict;

import io.hone.contracts.Checks;

/**
 * @param k how many guesses a version has, at least 2
 * @param accuracy share of images whose label is among them, 0 to 1
 */
public record TopK(int k, double accuracy) {

    public TopK {
        Checks.atLeast("k", k, 2);
        Checks.within("accuracy", accuracy, 0, 1);
    }
}
