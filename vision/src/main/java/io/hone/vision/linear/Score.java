package io.hone.vision.linear;

import java.util.Arrays;

/**
 * How well classifiers do on images they were not fitted on.
 *
 * @param accuracy mean over the folds, 0 to 1
 * @param standardError of that mean
 */
public record Score(double accuracy, double standardError) {

    /** @param accuracies one for each fold, at least 2 */
    static Score of(double[] accuracies) {
        double mean = Arrays.stream(accuracies).average().orElseThrow();
        double squares =
                Arrays.stream(accuracies).map(a -> (a - mean) * (a - mean)).sum();
        return new Score(mean, Math.sqrt(squares / (accuracies.length - 1) / accuracies.length));
    }
}
