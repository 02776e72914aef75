package io.hone.evaluator.gate;

import io.hone.contracts.verdict.Finding;
import io.hone.contracts.verdict.Outcome;
import io.hone.contracts.verdict.PairedOutcomes;
import io.hone.evaluator.statistics.Doubt;

/**
 * Demands that the candidate's accuracy on all hold-out images exceeds the champion's.
 *
 * @param points by at least how much, in percentage points
 */
record MinimumGain(double points) implements Rule {

    static final String NAME = "minimum-gain";

    @Override
    public Finding check(Evidence evidence) {
        PairedOutcomes paired = evidence.paired();
        double gain = Gains.points(paired);
        return new Finding(
                NAME,
                gain,
                points,
                gain >= points,
                "The candidate is right on %s of the hold-out, the champion on %s: %s, where a gain of %s is asked for%s"
                        .formatted(
                                Words.percent(Gains.candidate(paired)),
                                Words.percent(Gains.champion(paired)),
                                change(gain),
                                Words.plain(points),
                                Words.end(gain >= points, isSurelyLess(evidence))));
    }

    private boolean isSurelyLess(Evidence evidence) {
        return Doubt.surelyLosesMore(evidence.paired(), -points / 100);
    }

    private static String change(double gain) {
        if (gain == 0) {
            return "no change";
        }
        return "%s of %s points".formatted(gain > 0 ? "a gain" : "a loss", Words.decimal(Math.abs(gain)));
    }

    @Override
    public Outcome whenUnmet(Evidence evidence) {
        return isSurelyLess(evidence) ? Outcome.REJECTED : Outcome.INCONCLUSIVE;
    }
}
