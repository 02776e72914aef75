package io.hone.registry.version;

import io.hone.contracts.Checks;
import io.hone.contracts.recipe.LinearMethod;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How a linear classifier on the backbone's features became the head.
 *
 * @param l2 strength of its L2 penalty
 * @param accuracyByL2 mean accuracy of the cross-validation by strength, 0 to 1
 * @param images it was fitted to
 * @param computed images among them whose features were not in the cache
 */
public record HeadFit(
        LinearMethod method, double l2, SortedMap<Double, Double> accuracyByL2, int images, int computed) {

    public HeadFit {
        Checks.present("method", method);
        accuracyByL2 = Collections.unmodifiableSortedMap(new TreeMap<>(Checks.present("accuracyByL2", accuracyByL2)));
        Checks.atLeast("images", images, 1);
        Checks.within("computed", computed, 0, images);
    }
}
