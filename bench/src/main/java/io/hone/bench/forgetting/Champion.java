package io.hone.bench.forgetting;

import io.hone.bench.training.ImageStream;
import io.hone.bench.training.Run;
import io.hone.bench.training.Trainer;
import io.hone.bench.training.Version;
import io.hone.contracts.recipe.Recipe;

/** A model that is fine-tuned after each round, on top of what it was before. */
final class Champion {

    private final Recipe recipe;
    private final Trainer trainer;
    private Version version;

    Champion(Recipe recipe, Trainer trainer, Version version) {
        this.recipe = recipe;
        this.trainer = trainer;
        this.version = version;
    }

    Run learn(ImageStream images) {
        Run run = trainer.run(version, recipe, images);
        version = run.version();
        return run;
    }
}
