package io.hone.evaluator.gate;

import io.hone.contracts.verdict.Finding;
import io.hone.contracts.verdict.Outcome;
import io.hone.contracts.verdict.PairedOutcomes;

/**
 * Demands that the candidate really knows its new classes.
 *
 * @param recall share of their images that it must find, 0 to 1
 */
record NewClasses(double recall) implements Rule {

    static final String NAME = "new-classes";

    @Override
    public Finding check(Evidence evidence) {
        PairedOutcomes added = evidence.report().added();
        if (evidence.newClasses().isEmpty()) {
            return new Finding(NAME, 0, 0, true, "The candidate brings no new classes.");
        }
        double found = Gains.candidate(added);
        return new Finding(
                NAME,
                found,
                recall,
                found >= recall,
                "Of %s of %s the candidate finds %s, where %s is asked for."
                        .formatted(
                                Words.count(added.images(), "image"),
                                Words.count(evidence.newClasses().size(), "new class"),
                                Words.percent(found),
                                Words.percent(recall)));
    }

    @Override
    public Outcome whenUnmet() {
        return Outcome.REJECTED;
    }
}
