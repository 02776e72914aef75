package io.hone.contracts.run;

import io.hone.contracts.Checks;
import io.hone.contracts.HoneEvent;
import io.hone.contracts.model.ModelName;
import io.hone.contracts.recipe.Recipe;
import java.time.Instant;
import java.util.Optional;

/** What happens to a run, told on the topic {@code training-runs}. */
public sealed interface RunEvent extends HoneEvent {

    /** Names one run among all runs of all models. */
    String run();

    /**
     * @param baseVersion the version the run starts from
     * @param newImages images that no run before has trained on
     * @param replayedImages older images trained on again
     * @param iterations steps to come
     * @param device such as {@code cpu} or {@code gpu(0)}
     */
    record Started(
            ModelName model,
            String run,
            Instant at,
            int baseVersion,
            Trigger trigger,
            int newImages,
            int replayedImages,
            Recipe recipe,
            int iterations,
            String device)
            implements RunEvent {

        public Started {
            identity(model, run, at);
            Checks.atLeast("baseVersion", baseVersion, 1);
            Checks.present("trigger", trigger);
            Checks.atLeast("newImages", newImages, 0);
            Checks.atLeast("replayedImages", replayedImages, 0);
            Checks.present("recipe", recipe);
            Checks.atLeast("iterations", iterations, 1);
            Checks.line("device", device, 100);
        }
    }

    /**
     * @param iteration steps done
     * @param iterations steps in all
     * @param loss mean cross-entropy, in nats, over the steps since the last progress
     * @param imagesPerSecond over the steps since the last progress
     * @param point of the run's curve, when the iteration is one at which it is drawn
     */
    record Progress(
            ModelName model,
            String run,
            Instant at,
            int iteration,
            int iterations,
            double loss,
            double imagesPerSecond,
            Optional<CurvePoint> point)
            implements RunEvent {

        public Progress {
            identity(model, run, at);
            Checks.within("iteration", iteration, 1, Checks.atLeast("iterations", iterations, 1));
            Checks.within("imagesPerSecond", imagesPerSecond, 0, Double.MAX_VALUE);
            Checks.present("point", point);
        }
    }

    /**
     * @param version the candidate that came of it
     * @param loss mean cross-entropy, in nats, at the candidate's weights
     * @param seconds the training took
     */
    record Finished(ModelName model, String run, Instant at, int version, int iterations, double loss, double seconds)
            implements RunEvent {

        public Finished {
            identity(model, run, at);
            Checks.atLeast("version", version, 2);
            Checks.atLeast("iterations", iterations, 1);
            Checks.within("seconds", seconds, 0, Double.MAX_VALUE);
        }
    }

    /** @param reason what went wrong and what to do about it */
    record Failed(ModelName model, String run, Instant at, String reason) implements RunEvent {

        public Failed {
            identity(model, run, at);
            Checks.present("reason", reason);
        }
    }

    private static void identity(ModelName model, String run, Instant at) {
        Checks.present("model", model);
        Checks.line("run", run, 100);
        Checks.present("at", at);
    }
}
