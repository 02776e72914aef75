package io.hone.evaluator.gate;

import io.hone.contracts.verdict.Finding;
import io.hone.contracts.verdict.Outcome;
import io.hone.contracts.verdict.PairedOutcomes;

/**
 * Demands that the candidate does not fall on the images that somebody marked as golden.
 *
 * @param points that may be lost all the same, in percentage points
 */
record GoldenSet(double points) implements Rule {

    static final String NAME = "golden-set";

    @Override
    public Finding check(Evidence evidence) {
        PairedOutcomes golden = evidence.report().golden();
        if (golden.images() == 0) {
            return new Finding(NAME, 0, points, true, "There is no golden set.");
        }
        double lost = -Gains.points(golden);
        return new Finding(
                NAME,
                lost,
                points,
                lost <= points,
                "On the %s the candidate is right on %d, the champion on %d%s."
                        .formatted(
                                Words.count(golden.images(), "golden image"),
                                golden.candidateCorrect(),
                                golden.championCorrect(),
                                points == 0 ? "" : "; %s points may be lost".formatted(Words.plain(points))));
    }

    @Override
    public Outcome whenUnmet(Evidence evidence) {
        return Outcome.REJECTED;
    }
}
