package io.hone.contracts.recipe;

import io.hone.contracts.Checks;
import java.util.List;

/**
 * How the recipe <em>head</em> fits its linear classifier.
 *
 * @param l2 1 to 20 strengths of the L2 penalty to choose from by cross-validation, each 1e-8 to 10,000
 * @param folds of the cross-validation, 2 to 20; it is held for a single strength too, since it also tells how often the
 *     head is right
 */
public record HeadFitting(LinearMethod method, List<Double> l2, int folds) {

    public HeadFitting {
        Checks.present("head.method", method);
        l2 = List.copyOf(requireStrengths(Checks.present("head.l2", l2)));
        Checks.within("head.folds", folds, 2, 20);
    }

    static List<Double> requireStrengths(List<Double> l2) {
        Checks.within("number of values of head.l2", l2.size(), 1, 20);
        l2.forEach(strength -> Checks.within("head.l2", strength, 1e-8, 1e4));
        return l2;
    }
}
