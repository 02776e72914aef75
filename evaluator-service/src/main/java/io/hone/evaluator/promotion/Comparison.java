package io.hone.evaluator.promotion;

import io.hone.contracts.Checks;
import io.hone.contracts.model.Classes;
import io.hone.contracts.model.ModelName;
import io.hone.contracts.verdict.Evaluation;
import io.hone.contracts.verdict.HoldOutSnapshot;
import io.hone.contracts.verdict.Measurement;
import io.hone.contracts.verdict.PairedOutcomes;
import io.hone.contracts.verdict.Report;
import io.hone.contracts.verdict.Verdict;
import java.util.Optional;

/**
 * Champion and candidate on the very same images: all that a rule may look at.
 *
 * @param championClasses that a candidate must keep
 * @param championSequence the champion chain's entry that was the head when the champion was measured
 * @param report the same in full
 * @param unusable the champion, where it cannot be compared with; then the best one before it stands in its place
 */
public record Comparison(
        ModelName model,
        long championSequence,
        HoldOutSnapshot holdOut,
        Classes championClasses,
        Classes candidateClasses,
        Measurement champion,
        Measurement candidate,
        PairedOutcomes paired,
        Report report,
        Optional<UnusableChampion> unusable) {

    public Comparison {
        Checks.present("model", model);
        Checks.atLeast("championSequence", championSequence, 1);
        Checks.present("championClasses", championClasses);
        Checks.present("candidateClasses", candidateClasses);
        Checks.present("paired", paired);
        Checks.present("report", report);
        Checks.present("unusable", unusable);
        sameImages("champion", champion, holdOut, paired.championCorrect());
        sameImages("candidate", candidate, holdOut, paired.candidateCorrect());
        if (paired.images() != holdOut.images()) {
            throw new IllegalArgumentException(
                    "%d paired outcomes for %d hold-out images".formatted(paired.images(), holdOut.images()));
        }
    }

    private static void sameImages(String who, Measurement measured, HoldOutSnapshot holdOut, int correct) {
        if (measured.images() != holdOut.images() || measured.correct() != correct) {
            throw new IllegalArgumentException("the %s was right on %d of %d images, its pairs say %d of %d"
                    .formatted(who, measured.correct(), measured.images(), correct, holdOut.images()));
        }
    }

    public Evaluation withVerdict(Verdict verdict) {
        return new Evaluation(verdict, championSequence, holdOut, champion, candidate, paired, Optional.of(report));
    }
}
