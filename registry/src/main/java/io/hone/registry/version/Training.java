package io.hone.registry.version;

import io.hone.contracts.Checks;
import io.hone.contracts.run.Recipe;
import io.hone.contracts.run.Trigger;

/**
 * How a version came of another: enough to train the same again.
 *
 * @param run that trained it
 * @param baseVersion it started from
 * @param iterations steps taken
 * @param loss mean cross-entropy, in nats, at the end
 * @param seconds the training took
 * @param device it ran on
 */
public record Training(
        String run,
        int baseVersion,
        Trigger trigger,
        Dataset dataset,
        Recipe recipe,
        int iterations,
        double loss,
        double seconds,
        String device) {

    public Training {
        Checks.line("run", run, 100);
        Checks.atLeast("baseVersion", baseVersion, 1);
        Checks.present("trigger", trigger);
        Checks.present("dataset", dataset);
        Checks.present("recipe", recipe);
        Checks.atLeast("iterations", iterations, 1);
        Checks.line("device", device, 100);
    }
}
