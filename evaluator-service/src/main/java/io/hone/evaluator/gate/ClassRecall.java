package io.hone.evaluator.gate;

import static java.util.stream.Collectors.joining;

import io.hone.contracts.verdict.ClassPair;
import io.hone.contracts.verdict.Finding;
import io.hone.contracts.verdict.Outcome;
import java.util.List;

/**
 * Demands that no class loses much recall. Each is tested by itself, and held against the candidate only where chance is
 * ruled out over all of them together (Holm's procedure: S. Holm, "A simple sequentially rejective multiple test
 * procedure", Scandinavian Journal of Statistics 6, 1979), so that classes of few images do not stop it by noise. What is
 * measured is the smallest p-value, times the number of classes.
 *
 * @param points that a class may lose, in percentage points
 * @param alpha probability of a veto by chance alone
 */
record ClassRecall(double points, double alpha) implements Rule {

    static final String NAME = "class-recall";

    private static final int NAMED = 3;

    @Override
    public Finding check(Evidence evidence) {
        List<ClassLoss> losses = ClassLoss.of(evidence.sharedClasses(), points / 100);
        if (losses.isEmpty()) {
            return new Finding(NAME, 1, alpha, true, "There are no hold-out images of the champion's classes.");
        }
        List<ClassLoss> lost = ClassLoss.beyondChance(losses, alpha);
        double smallest = Math.min(1, losses.get(0).p() * losses.size());
        return new Finding(NAME, smallest, alpha, lost.isEmpty(), lost.isEmpty() ? fine(losses) : lost(lost, smallest));
    }

    private String fine(List<ClassLoss> losses) {
        return losses.stream()
                .filter(loss -> loss.points() > 0)
                .findFirst()
                .map(closest -> "No class loses more than %s points, as far as chance is ruled out; closest comes %s."
                        .formatted(Words.plain(points), described(closest.pair())))
                .orElse("No class is found less often than before.");
    }

    private String lost(List<ClassLoss> lost, double smallest) {
        String named =
                lost.stream().limit(NAMED).map(each -> described(each.pair())).collect(joining("; "));
        return "More than %s points are lost, and hardly by chance (%s over all classes), on %s: %s%s."
                .formatted(
                        Words.plain(points),
                        Words.p(smallest, alpha),
                        Words.count(lost.size(), "class"),
                        named,
                        lost.size() > NAMED ? "; and others" : "");
    }

    private static String described(ClassPair pair) {
        return "%s, found on %d of its %s before and on %d now"
                .formatted(
                        pair.label(),
                        pair.paired().championCorrect(),
                        Words.count(pair.paired().images(), "image"),
                        pair.paired().candidateCorrect());
    }

    @Override
    public Outcome whenUnmet(Evidence evidence) {
        return Outcome.REJECTED;
    }
}
