package io.hone.bench.throughput;

import io.hone.bench.cifar.Cifar;
import io.hone.bench.cifar.Examples;
import io.hone.bench.scenario.LastLine;
import io.hone.bench.scenario.Scenario;
import io.hone.bench.scenario.Setting;
import io.hone.bench.scenario.Table;
import io.hone.bench.training.ImageStream;
import io.hone.bench.training.Trainer;
import io.hone.bench.training.Version;
import io.hone.contracts.recipe.Recipe;
import io.hone.trainer.plan.RunPlan;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What everything around the steps costs: store, order, augmentation, batches. */
public final class Throughput implements Scenario {

    private static final int IMAGES = 10_000;
    private static final int ITERATIONS = 150;
    private static final int ROUNDS = 7;

    @Override
    public String name() {
        return "throughput";
    }

    @Override
    public String description() {
        return "Images a second of a whole run against the same network stepping on one batch in memory.";
    }

    @Override
    public LastLine run(Setting setting) {
        Path folder = setting.emptied(name());
        Path untrained = folder.resolve("untrained.pt");
        setting.network().fresh(Cifar.CLASSES.size(), untrained, setting.seed());
        Version version = Version.registered(untrained, Cifar.CLASSES);
        Examples examples = setting.cifar().trainingBatch(1).first(setting.scaled(IMAGES, 200));
        try (ImageStream images = ImageStream.empty(folder.resolve("images"))) {
            images.send(examples);
            RunPlan plan = new Trainer(setting.device(), folder.resolve("runs")).plan(version, recipe(setting), images);
            Steps steps = new Steps(setting, plan, version, images, folder.resolve("run"));
            return measure(setting, steps);
        }
    }

    private LastLine measure(Setting setting, Steps steps) {
        int rounds = setting.scaled(ROUNDS, 3);
        setting.say("Warming up, then %d rounds of %d steps each way", rounds, steps.count());
        steps.whole();
        steps.bare();
        Table table = new Table("round", "whole run", "bare steps", "ratio");
        List<Double> whole = new ArrayList<>();
        List<Double> bare = new ArrayList<>();
        List<Double> ratios = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            whole.add(steps.whole());
            bare.add(steps.bare());
            ratios.add(whole.get(round) / bare.get(round));
            table.row(
                    String.valueOf(round + 1), rate(whole.get(round)), rate(bare.get(round)), ratio(ratios.get(round)));
        }
        table.row("median", rate(median(whole)), rate(median(bare)), ratio(median(ratios)));
        setting.say(table);
        return new LastLine(name())
                .with("run", median(whole), 0)
                .with("bare", median(bare), 0)
                .with("ratio", median(ratios), 3);
    }

    private static Recipe recipe(Setting setting) {
        return Recipe.of(Map.of(
                "iterations",
                setting.scaled(ITERATIONS, 5),
                "validation.share",
                0,
                "validation.times",
                1,
                "seed",
                setting.seed()));
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }

    private static String rate(double imagesPerSecond) {
        return String.format(Locale.ROOT, "%,.0f/s", imagesPerSecond);
    }

    private static String ratio(double ratio) {
        return String.format(Locale.ROOT, "%.3f", ratio);
    }
}
