package io.hone.bench.training;

import io.hone.bench.cifar.Example;
import io.hone.contracts.Sha256;
import io.hone.contracts.model.ModelName;
import io.hone.contracts.recipe.Recipe;
import io.hone.contracts.run.Trigger;
import io.hone.registry.version.Dataset;
import io.hone.trainer.finetune.Base;
import io.hone.trainer.finetune.RunCancelledException;
import io.hone.trainer.finetune.RunFolder;
import io.hone.trainer.head.HeadTraining;
import io.hone.trainer.plan.PlannedImage;
import io.hone.trainer.plan.RunPlan;
import io.hone.vision.classifier.Classifiers;
import io.hone.vision.classifier.DeviceChoice;
import io.hone.vision.linear.HeadFitter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Fits a head to images that lie in memory, as a run does whose recipe says {@code head.first}. */
public final class HeadFirst {

    private final DeviceChoice device;
    private final Path folder;

    /** @param folder for features and the fitted network */
    public HeadFirst(DeviceChoice device, Path folder) {
        this.device = device;
        this.folder = folder;
    }

    /** @param positions of the images that it is fitted to */
    public Base fitted(Base base, Recipe recipe, MemoryImages images, int[] positions) {
        HeadTraining training = new HeadTraining(
                new Classifiers(device), new HeadFitter(device), folder.resolve("features"), Clock.systemUTC());
        try {
            return training.start(plan(recipe, images), base, images, positions, new RunFolder(folder), () -> false);
        } catch (RunCancelledException e) {
            throw new IllegalStateException("nobody cancels it", e);
        }
    }

    private static RunPlan plan(Recipe recipe, MemoryImages images) {
        List<Example> examples = images.examples().list();
        Map<String, Integer> countByLabel =
                examples.stream().collect(Collectors.groupingBy(Example::label, Collectors.summingInt(example -> 1)));
        return new RunPlan(
                "bench",
                new ModelName("bench"),
                1,
                Trigger.PERSON,
                Instant.EPOCH,
                recipe,
                List.of(),
                new Dataset(
                        "memory",
                        0,
                        examples.size(),
                        examples.size(),
                        0,
                        countByLabel,
                        Sha256.of(""),
                        Map.of(),
                        Optional.empty()),
                examples.stream()
                        .map(example -> new PlannedImage(example.id(), example.label()))
                        .toList());
    }
}
