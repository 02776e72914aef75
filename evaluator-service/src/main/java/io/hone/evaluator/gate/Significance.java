package io.hone.evaluator.gate;

import io.hone.contracts.verdict.Finding;
import io.hone.contracts.verdict.Outcome;
import io.hone.contracts.verdict.PairedOutcomes;
import io.hone.contracts.verdict.Votes;
import io.hone.evaluator.statistics.ExactTests;

/**
 * Demands that the gain is hardly chance: the exact test on the images that the two versions judge differently, or on the
 * groups of images, of which each has one vote. Images of new classes count, for the candidate is better by them too; what it does to the other classes is {@link SharedClasses}'
 * business. More images may settle what is not settled yet.
 *
 * @param level the p-value that the account of the model's tests allows
 */
record Significance(double level) implements Rule {

    static final String NAME = "significance";

    static double p(Evidence evidence) {
        return ExactTests.better(evidence.paired());
    }

    @Override
    public Finding check(Evidence evidence) {
        PairedOutcomes paired = evidence.paired();
        double p = p(evidence);
        return new Finding(
                NAME,
                p,
                level,
                p <= level,
                "On %s the candidate mends %d and breaks %d%s: %s, where %s was allowed."
                        .formatted(
                                images(evidence),
                                paired.onlyCandidate(),
                                paired.onlyChampion(),
                                paired.groups().map(Significance::grouped).orElse(""),
                                judgement(p),
                                Words.probability(level)));
    }

    private static String images(Evidence evidence) {
        int added = evidence.report().added().images();
        String all = Words.count(evidence.images(), "hold-out image");
        return added == 0 ? all : "%s, %d of them of new classes,".formatted(all, added);
    }

    private static String grouped(Votes votes) {
        return ", by groups of images, with one vote each, %d and %d".formatted(votes.mended(), votes.broken());
    }

    private String judgement(double p) {
        return p <= level ? "better with " + Words.p(p, level) : "that may be chance, with " + Words.p(p, level);
    }

    @Override
    public Outcome whenUnmet(Evidence evidence) {
        return Outcome.INCONCLUSIVE;
    }
}
