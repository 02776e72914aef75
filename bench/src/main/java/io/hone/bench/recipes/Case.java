package io.hone.bench.recipes;

import io.hone.contracts.recipe.Kind;
import io.hone.registry.version.Choice;
import java.util.Map;
import java.util.Optional;

/**
 * Images of one kind and number, and how each recipe did on them.
 *
 * @param similar to what the base knows
 */
record Case(boolean similar, int images, Map<Kind, Outcome> outcomes) {

    /**
     * @param accuracy on test images of the same kind, 0 to 1
     * @param seconds of the whole run
     * @param choice of the recipe <em>auto</em>
     */
    record Outcome(double accuracy, double seconds, Optional<Choice> choice) {}

    Case {
        outcomes = Map.copyOf(outcomes);
    }

    /** What the best of the others is ahead of <em>auto</em>, in points; negative when it is behind. */
    double gap() {
        double best = outcomes.entrySet().stream()
                .filter(outcome -> outcome.getKey() != Kind.AUTO)
                .mapToDouble(outcome -> outcome.getValue().accuracy())
                .max()
                .orElseThrow();
        return 100 * (best - outcomes.get(Kind.AUTO).accuracy());
    }

    @Override
    public String toString() {
        return "%,d %s".formatted(images, similar ? "similar" : "different");
    }
}
