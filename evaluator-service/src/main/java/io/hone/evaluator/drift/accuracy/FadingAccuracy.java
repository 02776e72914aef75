package io.hone.evaluator.drift.accuracy;

import io.hone.contracts.Checks;
import java.util.OptionalDouble;

/**
 * Accuracy in which older answers count less and less: exponentially weighted, and divided by the sum of the weights, so
 * that the first answers count in full.
 *
 * @param right sum of the weights of right answers
 * @param weight sum of all weights, 0 to the half-life's limit
 */
public record FadingAccuracy(double right, double weight) {

    public static final FadingAccuracy NONE = new FadingAccuracy(0, 0);

    public FadingAccuracy {
        Checks.within("weight", weight, 0, Double.MAX_VALUE);
        Checks.within("right", right, 0, weight);
    }

    /** @param halfLife answers after which an answer counts half */
    FadingAccuracy plus(boolean isRight, double halfLife) {
        double decay = Math.pow(2, -1 / halfLife);
        double weighed = weight * decay + 1;
        return new FadingAccuracy(isRight ? right * decay + 1 : right * decay, weighed);
    }

    /** 0 to 1; empty without answers. */
    public OptionalDouble accuracy() {
        return weight == 0 ? OptionalDouble.empty() : OptionalDouble.of(right / weight);
    }
}
