package io.hone.evaluator.gate;

import io.hone.contracts.verdict.ClassPair;
import io.hone.contracts.verdict.Finding;
import io.hone.contracts.verdict.Outcome;
import io.hone.evaluator.statistics.Doubt;
import java.util.Comparator;
import java.util.Optional;

/**
 * Demands that the candidate really knows its new classes, each of them: one that is hardly ever found does not become
 * better by another that is easy.
 *
 * @param recall share of a class's images that it must find, 0 to 1
 */
record NewClasses(double recall) implements Rule {

    static final String NAME = "new-classes";

    @Override
    public Finding check(Evidence evidence) {
        Optional<ClassPair> least = evidence.newClasses().stream().min(Comparator.comparingDouble(NewClasses::found));
        return least.map(each -> check(each, evidence))
                .orElseGet(() -> new Finding(NAME, 0, 0, true, "The candidate brings no new classes."));
    }

    private Finding check(ClassPair least, Evidence evidence) {
        double found = found(least);
        return new Finding(
                NAME,
                found,
                recall,
                found >= recall,
                "Of %s the candidate finds %s least: %s of its %s, where %s of each is asked for%s"
                        .formatted(
                                Words.count(evidence.newClasses().size(), "new class"),
                                least.label(),
                                Words.percent(found),
                                Words.count(least.paired().images(), "image"),
                                Words.percent(recall),
                                Words.end(found >= recall, isAnySurelyLess(evidence))));
    }

    private static double found(ClassPair pair) {
        return Gains.candidate(pair.paired());
    }

    private boolean isAnySurelyLess(Evidence evidence) {
        return evidence.newClasses().stream()
                .map(ClassPair::paired)
                .anyMatch(paired -> Doubt.surelyLessThan(recall, paired.candidateCorrect(), paired));
    }

    @Override
    public Outcome whenUnmet(Evidence evidence) {
        return isAnySurelyLess(evidence) ? Outcome.REJECTED : Outcome.INCONCLUSIVE;
    }
}
