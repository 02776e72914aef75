package io.hone.evaluator.gate;

import io.hone.contracts.verdict.Finding;
import io.hone.contracts.verdict.Outcome;
import io.hone.contracts.verdict.PairedOutcomes;
import io.hone.evaluator.statistics.Doubt;

/**
 * Demands of a candidate with new classes that it does not forget the others over them. Without new classes {@link
 * MinimumGain} demands more.
 *
 * @param points of accuracy that may be lost on the classes that both know, in percentage points
 */
record SharedClasses(double points) implements Rule {

    static final String NAME = "shared-classes";

    @Override
    public Finding check(Evidence evidence) {
        PairedOutcomes shared = evidence.report().shared();
        double lost = -Gains.points(shared);
        if (evidence.newClasses().isEmpty()) {
            return new Finding(NAME, lost, points, true, "The candidate knows the same classes as the champion.");
        }
        return new Finding(
                NAME,
                lost,
                points,
                lost <= points,
                "On the classes that both know the candidate is right on %s, the champion on %s; for new classes it may lose %s points%s"
                        .formatted(
                                Words.percent(Gains.candidate(shared)),
                                Words.percent(Gains.champion(shared)),
                                Words.plain(points),
                                Words.end(lost <= points, isSurelyMore(shared))));
    }

    private boolean isSurelyMore(PairedOutcomes shared) {
        return Doubt.surelyLosesMore(shared, points / 100);
    }

    @Override
    public Outcome whenUnmet(Evidence evidence) {
        return isSurelyMore(evidence.report().shared()) ? Outcome.REJECTED : Outcome.INCONCLUSIVE;
    }
}
