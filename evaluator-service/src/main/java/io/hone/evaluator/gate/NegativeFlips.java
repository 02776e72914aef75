package io.hone.evaluator.gate;

import io.hone.contracts.verdict.Finding;
import io.hone.contracts.verdict.Outcome;
import io.hone.contracts.verdict.PairedOutcomes;
import io.hone.evaluator.statistics.Doubt;

/**
 * Demands that not too much breaks that was right, however much else is mended: people and programs have come to rely on
 * it. After S. Yan and others, "Positive-congruent training: towards regression-free model updates", CVPR 2021.
 *
 * @param share of all images, 0 to 1
 */
record NegativeFlips(double share) implements Rule {

    static final String NAME = "negative-flips";

    @Override
    public Finding check(Evidence evidence) {
        PairedOutcomes paired = evidence.paired();
        double broken = Gains.share(paired.onlyChampion(), paired);
        return new Finding(
                NAME,
                broken,
                share,
                broken <= share,
                "%s of the hold-out that the champion had right would break, where %s is allowed%s"
                        .formatted(
                                Words.percent(broken),
                                Words.percent(share),
                                Words.end(broken <= share, isSurelyMore(paired))));
    }

    private boolean isSurelyMore(PairedOutcomes paired) {
        return Doubt.surelyMoreThan(share, paired.onlyChampion(), paired);
    }

    @Override
    public Outcome whenUnmet(Evidence evidence) {
        return isSurelyMore(evidence.paired()) ? Outcome.REJECTED : Outcome.INCONCLUSIVE;
    }
}
