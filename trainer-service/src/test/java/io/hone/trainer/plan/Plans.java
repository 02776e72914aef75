package io.hone.trainer.plan;

import io.hone.contracts.Sha256;
import io.hone.contracts.image.ImageId;
import io.hone.contracts.model.ModelName;
import io.hone.contracts.recipe.Recipe;
import io.hone.contracts.recipe.RecipeKeys;
import io.hone.contracts.run.Trigger;
import io.hone.registry.version.Dataset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Plans for tests. */
public final class Plans {

    public static final ModelName MODEL = new ModelName("plants");

    private static final Recipe SMALL = Recipe.of(Map.of(
            "batch-size",
            4,
            "rates.backbone",
            0.001,
            "rates.head",
            0.01,
            "augmentation.crop-padding",
            2,
            "replay.share",
            0.5,
            "validation.share",
            0));

    private Plans() {}

    /** Small batches, no validation slice, half of the run may be replay, but for what the settings say. */
    public static Recipe recipe(Map<String, ?> settings) {
        return SMALL.with(RecipeKeys.settings(settings));
    }

    public static RunPlan plan(String run, Recipe recipe, int images) {
        return new RunPlan(
                run,
                MODEL,
                1,
                Trigger.PERSON,
                Instant.parse("2026-11-22T10:15:30Z"),
                recipe,
                List.of(),
                new Dataset(
                        "labelled-images.plants",
                        0,
                        images,
                        images,
                        0,
                        Map.of("daisy", images),
                        Sha256.of(""),
                        Map.of(),
                        Optional.empty()),
                IntStream.range(0, images)
                        .mapToObj(i ->
                                new PlannedImage(ImageId.of(("image " + i).getBytes(StandardCharsets.UTF_8)), "daisy"))
                        .toList());
    }
}
