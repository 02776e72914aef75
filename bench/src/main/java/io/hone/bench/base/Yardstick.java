package io.hone.bench.base;

import io.hone.bench.cifar.Cifar;
import io.hone.contracts.model.Classes;
import io.hone.contracts.recipe.Recipe;
import io.hone.contracts.recipe.RecipeKeys;
import java.util.Map;

/** What the measurements have in common with those made in PyTorch, so that figures can be laid side by side. */
public final class Yardstick {

    /** That the base knows. */
    public static final Classes KNOWN = new Classes(Cifar.CLASSES.labels().subList(0, 5));

    /** That it has never seen. */
    public static final Classes NEW = new Classes(Cifar.CLASSES.labels().subList(5, 10));

    /** Of the training images, so that the last two are free for others: the base's, and the few of new classes. */
    public static final int BATCHES = 3;

    /** SGD with momentum, all of the network decaying, flips and crops, rates as they are to the end, no slice. */
    private static final Recipe PLAIN = Recipe.of(Map.ofEntries(
            Map.entry("batch-size", 64),
            Map.entry("rates.backbone", 0.05),
            Map.entry("rates.head", 0.05),
            Map.entry("optimizer.name", "sgd"),
            Map.entry("optimizer.momentum", 0.9),
            Map.entry("optimizer.weight-decay", 5e-4),
            Map.entry("optimizer.decay-all", true),
            Map.entry("schedule.name", "constant"),
            Map.entry("weights", "last"),
            Map.entry("validation.share", 0),
            Map.entry("validation.times", 1),
            Map.entry("augmentation.flip", true),
            Map.entry("augmentation.crop", "padded"),
            Map.entry("augmentation.crop-padding", 4)));

    private Yardstick() {}

    /** Plain training from scratch, but for what the settings say. */
    public static Recipe recipe(Map<String, ?> settings) {
        return PLAIN.with(RecipeKeys.settings(settings));
    }
}
