package io.hone.evaluator.gate;

import io.hone.contracts.verdict.ClassPair;
import io.hone.contracts.verdict.Finding;
import io.hone.contracts.verdict.Outcome;
import java.util.Comparator;
import java.util.Optional;

/** Demands some hold-out images of every class that only the candidate knows. */
record NewClassImages(int minimum) implements Rule {

    static final String NAME = "hold-out-images-new-classes";

    @Override
    public Finding check(Evidence evidence) {
        Optional<ClassPair> scarcest = evidence.newClasses().stream()
                .min(Comparator.comparingInt(each -> each.paired().images()));
        if (scarcest.isEmpty()) {
            return new Finding(NAME, 0, 0, true, "The candidate brings no new classes.");
        }
        int images = scarcest.get().paired().images();
        return new Finding(
                NAME,
                images,
                minimum,
                images >= minimum,
                "Of the %s, %s has the fewest hold-out images: %d, where %d are needed to tell."
                        .formatted(
                                Words.count(evidence.newClasses().size(), "new class"),
                                scarcest.get().label(),
                                images,
                                minimum));
    }

    @Override
    public Outcome whenUnmet(Evidence evidence) {
        return Outcome.INCONCLUSIVE;
    }
}
