package io.hone.registry.version;

import io.hone.contracts.Checks;
import io.hone.contracts.recipe.Kind;
import io.hone.contracts.recipe.Recipe;
import io.hone.contracts.run.Trigger;
import java.util.List;
import java.util.Optional;

/**
 * How a version came of another: enough to train the same again.
 *
 * @param run that trained it
 * @param baseVersion it started from
 * @param kind what was carried out; of the recipe <em>auto</em>, what it chose
 * @param newClasses that entered the model by this run, in the order of their ids
 * @param iterations steps taken
 * @param loss mean cross-entropy, in nats, at the end
 * @param validationAccuracy of these weights on the validation slice, 0 to 1; absent without a slice
 * @param seconds the training took; of a run that was taken up again, since it was last
 * @param device it ran on
 * @param choice how the recipe <em>auto</em> came to its choice
 * @param headFit how the head was fitted; absent when it was trained by gradients
 */
public record Training(
        String run,
        int baseVersion,
        Trigger trigger,
        Dataset dataset,
        Recipe recipe,
        Kind kind,
        List<String> newClasses,
        int iterations,
        double loss,
        Optional<Double> validationAccuracy,
        double seconds,
        String device,
        Optional<Choice> choice,
        Optional<HeadFit> headFit) {

    public Training {
        Checks.line("run", run, 100);
        Checks.atLeast("baseVersion", baseVersion, 1);
        Checks.present("trigger", trigger);
        Checks.present("dataset", dataset);
        Checks.present("recipe", recipe);
        // Versions made before these were told had no choice and no growth.
        kind = kind == null ? recipe.kind() : kind;
        newClasses = newClasses == null ? List.of() : List.copyOf(newClasses);
        validationAccuracy = validationAccuracy == null ? Optional.empty() : validationAccuracy;
        choice = choice == null ? Optional.empty() : choice;
        headFit = headFit == null ? Optional.empty() : headFit;
        Checks.atLeast("iterations", iterations, 1);
        Checks.line("device", device, 100);
    }
}
