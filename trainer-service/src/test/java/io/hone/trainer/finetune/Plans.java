package io.hone.trainer.finetune;

import io.hone.contracts.Sha256;
import io.hone.contracts.image.ImageId;
import io.hone.contracts.model.ModelName;
import io.hone.contracts.recipe.Augmentation;
import io.hone.contracts.recipe.Length;
import io.hone.contracts.recipe.Optimizer;
import io.hone.contracts.recipe.Rates;
import io.hone.contracts.recipe.Recipe;
import io.hone.contracts.run.Trigger;
import io.hone.registry.version.Dataset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.stream.IntStream;

/** Plans for tests. */
public final class Plans {

    public static final ModelName MODEL = new ModelName("plants");

    private Plans() {}

    public static Recipe recipe(Length length, int batchSize) {
        return new Recipe(
                length,
                batchSize,
                new Optimizer.Sgd(0.9, 0),
                new Rates(0.001, 0.01),
                new Augmentation(true, 2),
                0.5,
                42);
    }

    public static RunPlan plan(String run, Recipe recipe, int images) {
        return new RunPlan(
                run,
                MODEL,
                1,
                Trigger.PERSON,
                Instant.parse("2026-11-22T10:15:30Z"),
                recipe,
                new Dataset("labelled-images.plants", 0, images, images, 0, Map.of("daisy", images), Sha256.of("")),
                IntStream.range(0, images)
                        .mapToObj(i ->
                                new PlannedImage(ImageId.of(("image " + i).getBytes(StandardCharsets.UTF_8)), "daisy"))
                        .toList());
    }
}
