package io.hone.evaluator.gate;

import io.hone.contracts.verdict.BestSoFar;
import io.hone.contracts.verdict.Finding;
import io.hone.contracts.verdict.Outcome;
import io.hone.contracts.verdict.PairedOutcomes;
import io.hone.evaluator.statistics.Doubt;
import java.util.Optional;

/**
 * Demands that the candidate does not stay much below the best champion there ever was, on the present hold-out: losses
 * that are allowed each time must not add up.
 *
 * @param margin in percentage points
 */
record BestKept(double margin) implements Rule {

    static final String NAME = "best-so-far";

    @Override
    public Finding check(Evidence evidence) {
        Optional<BestSoFar> best = evidence.report().best();
        if (best.isEmpty()) {
            return new Finding(NAME, 0, margin, true, "The champion is the best there ever was.");
        }
        PairedOutcomes paired = best.get().paired();
        double below = -Gains.points(paired);
        return new Finding(
                NAME,
                below,
                margin,
                below <= margin,
                "Version %d, the best champion so far, is right on %s of the present hold-out, the candidate on %s; it may stay %s points below%s"
                        .formatted(
                                best.get().version(),
                                Words.percent(Gains.champion(paired)),
                                Words.percent(Gains.candidate(paired)),
                                Words.plain(margin),
                                Words.end(below <= margin, isSurelyBelow(paired))));
    }

    private boolean isSurelyBelow(PairedOutcomes paired) {
        return Doubt.surelyLosesMore(paired, margin / 100);
    }

    @Override
    public Outcome whenUnmet(Evidence evidence) {
        return evidence.report()
                        .best()
                        .filter(best -> isSurelyBelow(best.paired()))
                        .isPresent()
                ? Outcome.REJECTED
                : Outcome.INCONCLUSIVE;
    }
}
