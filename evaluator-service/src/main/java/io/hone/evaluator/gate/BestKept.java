package io.hone.evaluator.gate;

import io.hone.contracts.verdict.BestSoFar;
import io.hone.contracts.verdict.Finding;
import io.hone.contracts.verdict.Outcome;
import io.hone.contracts.verdict.PairedOutcomes;
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
                "Version %d, the best champion so far, is right on %s of the present hold-out, the candidate on %s; it may stay %s points below."
                        .formatted(
                                best.get().version(),
                                Words.percent(Gains.champion(paired)),
                                Words.percent(Gains.candidate(paired)),
                                Words.plain(margin)));
    }

    @Override
    public Outcome whenUnmet() {
        return Outcome.REJECTED;
    }
}
