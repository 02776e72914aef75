package io.hone.evaluator.drift.probation;

import io.hone.contracts.verdict.Finding;
import io.hone.contracts.verdict.PairedOutcomes;
import io.hone.evaluator.statistics.ExactTests;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Compares a promoted champion with the one before it, on the same images, and with what its hold-out promised.
 *
 * <p>It is looked at several times, so α is spent over the checkpoints: an even share for each, the spending function α ·
 * t of Lan and DeMets (Discrete Sequential Boundaries for Clinical Trials, 1983) and Kim and DeMets (1987). Whatever the
 * looks have in common, by the union bound a champion that is no worse is rolled back with a probability of at most α while
 * its promise is kept, and with whatever comes of its promise of at most the larger of α and {@link
 * ProbationSettings#doubt}, which is shared out alike.
 *
 * <p>A broken promise alone does not say who is to blame: when the world has changed, the previous champion is no better
 * off. Taking that one back whenever it is not behind would, by simulation, undo a third and more of the promotions that
 * gained two points. So its lead must be more than even odds explain, though less than without a broken promise: {@link
 * ProbationSettings#doubt}.
 */
public final class ProbationRules {

    static final String PREVIOUS = "previous-champion";
    static final String PROMISE = "promised-accuracy";

    private final ProbationSettings settings;

    public ProbationRules(ProbationSettings settings) {
        this.settings = settings;
    }

    /**
     * Takes in one label; at a checkpoint, judges.
     *
     * @param previousRight absent if the previous champion could not be asked: that makes a probation longer, up to twice as
     *     long, and not endless
     */
    public Probation after(Probation probation, Optional<Boolean> previousRight, boolean right) {
        return previousRight.map(previous -> paired(probation, previous, right)).orElseGet(() -> unpaired(probation));
    }

    private Probation paired(Probation probation, boolean previousRight, boolean right) {
        Probation next = probation.plus(previousRight, right);
        return settings.isCheckpoint(next.paired().images()) ? judge(next) : next;
    }

    private Probation unpaired(Probation probation) {
        Probation next = probation.plusUnpaired();
        return next.unpaired() >= settings.images() ? next.ended(ProbationStatus.UNDECIDED) : next;
    }

    private Probation judge(Probation probation) {
        Finding promise = promise(probation);
        boolean broken = probation.isPromiseBroken() || !promise.passed();
        Finding previous = previous(probation, settings.level(broken));
        return probation.judged(broken, List.of(previous, promise), status(probation, previous));
    }

    private ProbationStatus status(Probation probation, Finding previous) {
        if (!previous.passed()) {
            return ProbationStatus.FAILED;
        }
        return probation.paired().images() >= settings.images() ? ProbationStatus.PASSED : ProbationStatus.RUNNING;
    }

    private static Finding previous(Probation probation, double level) {
        PairedOutcomes paired = probation.paired();
        double p = ExactTests.worse(paired);
        boolean passed = p > level;
        return new Finding(
                PREVIOUS,
                p,
                level,
                passed,
                text(
                        "On %d labels since its promotion, version %d is right on %.1f %%, version %d before it on"
                                + " %.1f %% of the same images: %s (p = %.2g, worse from %.2g on).",
                        paired.images(),
                        probation.version(),
                        percent(paired.candidateCorrect(), paired.images()),
                        probation.previousVersion(),
                        percent(paired.championCorrect(), paired.images()),
                        passed ? "no worse than chance allows" : "worse",
                        p,
                        level));
    }

    private Finding promise(Probation probation) {
        PairedOutcomes paired = probation.paired();
        Promise promise = probation.promise();
        double p = ExactTests.below(paired.candidateCorrect(), paired.images(), promise.correct(), promise.images());
        boolean passed = p > settings.level(false);
        return new Finding(
                PROMISE,
                p,
                settings.level(false),
                passed,
                text(
                        "The hold-out promised %.1f %% (of %d images); on %d labels since, version %d is right on %.1f"
                                + " %%: %s (p = %.2g, below from %.2g on).",
                        100 * promise.accuracy(),
                        promise.images(),
                        paired.images(),
                        probation.version(),
                        percent(paired.candidateCorrect(), paired.images()),
                        passed ? "kept, as far as chance allows to tell" : "not kept",
                        p,
                        settings.level(false)));
    }

    private static double percent(int part, int all) {
        return 100.0 * part / all;
    }

    private static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
