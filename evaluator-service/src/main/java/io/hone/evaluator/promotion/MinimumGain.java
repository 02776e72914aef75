package io.hone.evaluator.promotion;

import io.hone.contracts.verdict.Finding;
import io.hone.contracts.verdict.Measurement;
import io.hone.contracts.verdict.Outcome;
import java.util.Locale;

/**
 * Demands that the candidate's accuracy exceeds the champion's.
 *
 * @param points by at least how much, in percentage points
 */
record MinimumGain(double points) implements Rule {

    static final String NAME = "minimum-gain";

    @Override
    public Finding check(Comparison comparison) {
        double gain = comparison.gainInPoints();
        return new Finding(NAME, gain, points, gain >= points, explanation(comparison));
    }

    private String explanation(Comparison comparison) {
        return String.format(
                Locale.ROOT,
                "The candidate is right on %.2f %% of the hold-out, the champion on %.2f %%: a gain of %+.2f points, at"
                        + " least %+.2f are demanded.",
                percent(comparison.candidate()),
                percent(comparison.champion()),
                comparison.gainInPoints(),
                points);
    }

    private static double percent(Measurement measurement) {
        return 100 * measurement.accuracy();
    }

    @Override
    public Outcome whenUnmet() {
        return Outcome.REJECTED;
    }
}
