package io.hone.evaluator.gate;

import io.hone.contracts.verdict.ClassPair;
import io.hone.contracts.verdict.Finding;
import io.hone.contracts.verdict.Outcome;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Demands that most of the champion's classes have some hold-out images. Not all: there are labels that hardly anybody
 * gives, and one of them must not hold up a model for ever.
 *
 * @param minimum images that a class needs to be covered
 * @param share of the classes that must be, 0 to 1
 */
record HoldOutImagesPerClass(int minimum, double share) implements Rule {

    static final String NAME = "hold-out-images-per-class";

    private static final int NAMED = 3;
    private static final double ROUNDING = 1e-9;

    @Override
    public Finding check(Evidence evidence) {
        List<ClassPair> classes = evidence.sharedClasses();
        List<ClassPair> scarce = classes.stream()
                .filter(each -> each.paired().images() < minimum)
                .sorted(Comparator.comparingInt(each -> each.paired().images()))
                .toList();
        int covered = classes.size() - scarce.size();
        int needed = (int) Math.ceil(share * classes.size() - ROUNDING);
        return new Finding(NAME, covered, needed, covered >= needed, explanation(covered, needed, classes, scarce));
    }

    private String explanation(int covered, int needed, List<ClassPair> classes, List<ClassPair> scarce) {
        String images = Words.count(minimum, "image");
        if (scarce.isEmpty()) {
            return "Each of the champion's %s has at least %s in the hold-out."
                    .formatted(Words.count(classes.size(), "class"), images);
        }
        return "%d of the champion's %s have at least %s in the hold-out; %d are needed. There are few of %s."
                .formatted(covered, Words.count(classes.size(), "class"), images, needed, few(scarce));
    }

    private static String few(List<ClassPair> scarce) {
        String named = scarce.stream()
                .limit(NAMED)
                .map(each -> "%s (%d)".formatted(each.label(), each.paired().images()))
                .collect(Collectors.joining(", "));
        return scarce.size() > NAMED ? named + " and %d others".formatted(scarce.size() - NAMED) : named;
    }

    @Override
    public Outcome whenUnmet(Evidence evidence) {
        return Outcome.INCONCLUSIVE;
    }
}
