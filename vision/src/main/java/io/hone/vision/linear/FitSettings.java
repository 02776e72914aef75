package io.hone.vision.linear;

import io.hone.contracts.Checks;
import java.util.Comparator;
import java.util.List;

/**
 * How a head is fitted.
 *
 * @param l2s strengths of the penalty to choose from by cross-validation, each in 1e-8..1e4: what is minimised is the
 *     mean loss + l2/2 · the squared length of the weights (their change, for softmax) on standardised features. The
 *     number of examples does not matter to its meaning. The record holds them greatest first, each once
 * @param folds of the cross-validation, 2 to 20; or 0 for none, which only softmax with a single penalty can do without
 * @param seed who is in which fold
 */
public record FitSettings(Method method, List<Double> l2s, int folds, long seed) {

    private static final double SMALLEST_L2 = 1e-8;
    private static final double GREATEST_L2 = 1e4;
    private static final int FEWEST_FOLDS = 2;
    private static final int MOST_FOLDS = 20;

    public FitSettings {
        Checks.present("method", method);
        Checks.present("l2s", l2s).forEach(l2 -> Checks.within("l2", l2, SMALLEST_L2, GREATEST_L2));
        Checks.atLeast("number of l2s", l2s.size(), 1);
        l2s = l2s.stream().distinct().sorted(Comparator.reverseOrder()).toList();
        boolean needless = method == Method.SOFTMAX && l2s.size() == 1;
        if (folds != 0 || !needless) {
            Checks.within("folds", folds, FEWEST_FOLDS, MOST_FOLDS);
        }
    }
}
