package io.hone.evaluator.gate;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.partitioningBy;

import io.hone.contracts.verdict.ClassPair;
import io.hone.contracts.verdict.Finding;
import io.hone.contracts.verdict.Outcome;
import java.util.List;
import java.util.Map;

/**
 * Demands that no class loses much recall. Each is tested by itself, and held against the candidate only where chance is
 * ruled out over all of them together (Holm's procedure: S. Holm, "A simple sequentially rejective multiple test
 * procedure", Scandinavian Journal of Statistics 6, 1979), so that classes of few images do not stop it by noise. Nor is a
 * class held against it about which it makes fewer mistakes altogether: a champion that takes every other image for a cat
 * finds most cats. What is measured is the smallest p-value of the others, times the number of classes.
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
        Map<Boolean, List<ClassLoss>> beyondChance = ClassLoss.beyondChance(losses, alpha).stream()
                .collect(partitioningBy(
                        loss -> evidence.isKnownBetter(loss.pair().label())));
        List<ClassLoss> lost = beyondChance.get(false);
        double smallest = losses.stream()
                .filter(loss -> !beyondChance.get(true).contains(loss))
                .mapToDouble(loss -> Math.min(1, loss.p() * losses.size()))
                .findFirst()
                .orElse(1);
        return new Finding(
                NAME,
                smallest,
                alpha,
                lost.isEmpty(),
                lost.isEmpty() ? fine(losses, beyondChance.get(true)) : lost(lost, smallest));
    }

    private String fine(List<ClassLoss> losses, List<ClassLoss> knownBetter) {
        String closest = losses.stream()
                .filter(loss -> loss.points() > 0 && !knownBetter.contains(loss))
                .findFirst()
                .map(loss -> "No class loses more than %s points, as far as chance is ruled out; closest comes %s."
                        .formatted(Words.plain(points), described(loss.pair())))
                .orElse(knownBetter.isEmpty() ? "No class is found less often than before." : "");
        String better = knownBetter.stream()
                .limit(NAMED)
                .map(loss -> "Fewer mistakes are made about %s, though it is %s."
                        .formatted(loss.pair().label(), found(loss.pair())))
                .collect(joining(" "));
        return (closest + " " + better).strip();
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
        return pair.label() + ", " + found(pair);
    }

    private static String found(ClassPair pair) {
        return "found on %d of its %s before and on %d now"
                .formatted(
                        pair.paired().championCorrect(),
                        Words.count(pair.paired().images(), "image"),
                        pair.paired().candidateCorrect());
    }

    @Override
    public Outcome whenUnmet(Evidence evidence) {
        return Outcome.REJECTED;
    }
}
