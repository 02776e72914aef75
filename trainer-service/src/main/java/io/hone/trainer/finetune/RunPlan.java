package io.hone.trainer.finetune;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.hone.contracts.Checks;
import io.hone.contracts.model.ModelName;
import io.hone.contracts.recipe.Recipe;
import io.hone.contracts.run.Trigger;
import io.hone.registry.version.Dataset;
import java.time.Instant;
import java.util.List;

/**
 * All that decides what comes of a run, written down before it begins: whoever carries the plan out again, after a crash
 * say, gets the same weights.
 *
 * @param run names it
 * @param baseVersion the champion when it was planned
 * @param images new ones in the order of their arrival, then the replayed ones in the order of their ids
 */
public record RunPlan(
        String run,
        ModelName model,
        int baseVersion,
        Trigger trigger,
        Instant plannedAt,
        Recipe recipe,
        Dataset dataset,
        List<PlannedImage> images) {

    public RunPlan {
        Checks.line("run", run, 100);
        Checks.present("model", model);
        Checks.atLeast("baseVersion", baseVersion, 1);
        Checks.present("trigger", trigger);
        Checks.present("plannedAt", plannedAt);
        Checks.present("recipe", recipe);
        Checks.present("dataset", dataset);
        images = List.copyOf(Checks.present("images", images));
        Checks.atLeast("images", images.size(), 2);
    }

    /** Steps to come; the last, incomplete batch of an epoch is left out. */
    @JsonIgnore
    public int iterations() {
        return recipe.length().iterations(images.size() / recipe.batchSize());
    }
}
