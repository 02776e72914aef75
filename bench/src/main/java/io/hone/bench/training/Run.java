package io.hone.bench.training;

import io.hone.contracts.recipe.Kind;
import io.hone.registry.version.Training;
import io.hone.trainer.plan.RunPlan;

/**
 * What came of a run.
 *
 * @param seconds from the plan to the written weights
 */
public record Run(RunPlan plan, Version version, Training training, double seconds) {

    /** Counted as often as they were shown to the network; those whose features a head was fitted to, once. */
    public long imagesTrainedOn() {
        return training.kind() == Kind.HEAD
                ? plan.images().size()
                : (long) training.iterations()
                        * Math.min(plan.recipe().batchSize(), plan.images().size());
    }
}
