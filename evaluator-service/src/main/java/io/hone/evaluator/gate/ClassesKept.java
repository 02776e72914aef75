package io.hone.evaluator.gate;

import io.hone.contracts.model.Classes;
import io.hone.contracts.verdict.Finding;
import io.hone.contracts.verdict.Outcome;

/**
 * Demands that the candidate's classes begin with the champion's, in the same order: whoever reads answers by their
 * number must not take one class for another. What is measured is how many do; no label to come can change it.
 */
record ClassesKept() implements Rule {

    static final String NAME = "classes-kept";

    @Override
    public Finding check(Evidence evidence) {
        return check(evidence.championClasses(), evidence.candidateClasses());
    }

    static Finding check(Classes champion, Classes candidate) {
        int kept = 0;
        while (kept < Math.min(champion.size(), candidate.size())
                && champion.label(kept).equals(candidate.label(kept))) {
            kept++;
        }
        boolean all = kept == champion.size();
        return new Finding(
                NAME, kept, champion.size(), all, all ? kept(champion, candidate) : other(kept, champion, candidate));
    }

    private static String kept(Classes champion, Classes candidate) {
        int added = candidate.size() - champion.size();
        return "The candidate keeps the champion's %d classes%s."
                .formatted(champion.size(), added == 0 ? "" : " and has %d more".formatted(added));
    }

    private static String other(int id, Classes champion, Classes candidate) {
        return "The candidate must keep the champion's classes in their order, but class %d is %s in the candidate, '%s' in the champion."
                .formatted(id, id < candidate.size() ? "'" + candidate.label(id) + "'" : "absent", champion.label(id));
    }

    @Override
    public Outcome whenUnmet(Evidence evidence) {
        return Outcome.REJECTED;
    }
}
