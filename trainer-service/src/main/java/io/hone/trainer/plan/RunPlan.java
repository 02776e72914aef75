package io.hone.trainer.plan;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.hone.contracts.Checks;
import io.hone.contracts.image.ImageId;
import io.hone.contracts.model.ModelName;
import io.hone.contracts.recipe.Kind;
import io.hone.contracts.recipe.Recipe;
import io.hone.contracts.recipe.RecipeKeys;
import io.hone.contracts.run.Trigger;
import io.hone.contracts.settings.Settings;
import io.hone.registry.version.Dataset;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * All that decides what comes of a run, written down before it begins: whoever carries the plan out again, after a crash
 * say, gets the same weights.
 *
 * @param run names it
 * @param baseVersion the champion when it was planned
 * @param newClasses labels that enter the model by this run, in the order of their ids
 * @param images new ones in the order of their arrival, then the replayed ones in the order of their ids
 */
public record RunPlan(
        String run,
        ModelName model,
        int baseVersion,
        Trigger trigger,
        Instant plannedAt,
        Recipe recipe,
        List<String> newClasses,
        Dataset dataset,
        List<PlannedImage> images) {

    public RunPlan {
        Checks.line("run", run, 100);
        Checks.present("model", model);
        Checks.atLeast("baseVersion", baseVersion, 1);
        Checks.present("trigger", trigger);
        Checks.present("plannedAt", plannedAt);
        Checks.present("recipe", recipe);
        // A plan of an earlier release, taken up by this one, has none.
        newClasses = newClasses == null ? List.of() : List.copyOf(newClasses);
        Checks.present("dataset", dataset);
        images = List.copyOf(Checks.present("images", images));
        Checks.atLeast("images", images.size(), 2);
    }

    /**
     * Steps to come: of training by gradients, where the last, incomplete batch of an epoch is left out; of fitting a
     * head, batches of images whose features are wanted.
     */
    @JsonIgnore
    public int iterations() {
        int batchSize = recipe.batchSize();
        if (recipe.kind() == Kind.HEAD) {
            return (images.size() + batchSize - 1) / batchSize;
        }
        int held =
                Slice.size(dataset.imagesByClass().values(), recipe.validation().share());
        return recipe.length().iterations((images.size() - held) / batchSize);
    }

    /**
     * The plan with what the stream still holds of its images: what has been taken out since is not trained on, nor said
     * to have been.
     *
     * @param stored ids of all images in the store
     * @throws NothingToTrainOnException if fewer than two are left
     */
    public RunPlan left(Set<ImageId> stored) throws NothingToTrainOnException {
        List<PlannedImage> fresh = left(images.subList(0, dataset.newImages()), stored);
        List<PlannedImage> replayed = left(images.subList(dataset.newImages(), images.size()), stored);
        int count = fresh.size() + replayed.size();
        if (count == images.size()) {
            return this;
        }
        if (count < 2) {
            throw new NothingToTrainOnException("of the %d images of run %s %d are left, at least 2 are needed"
                    .formatted(images.size(), run, count));
        }
        return new RunPlan(
                run,
                model,
                baseVersion,
                trigger,
                plannedAt,
                recipe,
                newClasses,
                PlannedDataset.of(
                        dataset.topic(), dataset.fromOffset(), dataset.toOffset(), fresh, replayed, dataset.overlap()),
                Stream.concat(fresh.stream(), replayed.stream()).toList());
    }

    private static List<PlannedImage> left(List<PlannedImage> images, Set<ImageId> stored) {
        return images.stream().filter(image -> stored.contains(image.id())).toList();
    }

    /**
     * Carried out as one of the kinds that train.
     *
     * @param settings over the recipe's own
     */
    public RunPlan as(Kind kind, Settings settings) {
        Settings chosen = RecipeKeys.settings(Map.of(RecipeKeys.KIND.name(), RecipeKeys.KIND.written(kind)));
        Recipe changed = recipe.with(chosen.over(settings));
        return new RunPlan(run, model, baseVersion, trigger, plannedAt, changed, newClasses, dataset, images);
    }
}
