package io.hone.evaluator.gate;

import io.hone.contracts.verdict.BestSoFar;
import io.hone.contracts.verdict.Finding;
import io.hone.contracts.verdict.Outcome;
import io.hone.contracts.verdict.PairedOutcomes;
import io.hone.evaluator.statistics.Doubt;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

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
        String unasked = unasked(evidence.report().unasked());
        if (best.isEmpty()) {
            return new Finding(
                    NAME,
                    0,
                    margin,
                    true,
                    unasked.isEmpty()
                            ? "The champion is the best there ever was."
                            : "No champion before was better." + unasked);
        }
        PairedOutcomes paired = best.get().paired();
        double below = -Gains.points(paired);
        return new Finding(
                NAME,
                below,
                margin,
                below <= margin,
                "Version %d, the best champion so far, is right on %s of the present hold-out%s, the candidate on %s; it may stay %s points below%s%s"
                        .formatted(
                                best.get().version(),
                                Words.percent(Gains.champion(paired)),
                                shown(paired, evidence),
                                Words.percent(Gains.candidate(paired)),
                                Words.plain(margin),
                                Words.end(below <= margin, isSurelyBelow(paired)),
                                unasked));
    }

    private static String shown(PairedOutcomes paired, Evidence evidence) {
        return paired.images() == evidence.images()
                ? ""
                : " (%s of the classes that it knows)".formatted(Words.count(paired.images(), "image"));
    }

    /** What nobody knows is said, since it might have been better. */
    private static String unasked(List<Integer> versions) {
        return versions.isEmpty()
                ? ""
                : " Champions that could not be asked: version %s."
                        .formatted(versions.stream().map(String::valueOf).collect(Collectors.joining(", ")));
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
