package io.hone.bench.recipes;

import io.hone.bench.base.BaseNetwork;
import io.hone.bench.base.Yardstick;
import io.hone.bench.cifar.Examples;
import io.hone.bench.look.Look;
import io.hone.bench.look.Looks;
import io.hone.bench.network.SmallResNet;
import io.hone.bench.picture.AccuracyPicture;
import io.hone.bench.recipes.Case.Outcome;
import io.hone.bench.scenario.LastLine;
import io.hone.bench.scenario.Scenario;
import io.hone.bench.scenario.Setting;
import io.hone.bench.scenario.Table;
import io.hone.bench.training.Accuracy;
import io.hone.bench.training.ImageStream;
import io.hone.bench.training.Run;
import io.hone.bench.training.Trainer;
import io.hone.bench.training.Version;
import io.hone.contracts.recipe.Kind;
import io.hone.contracts.recipe.Recipe;
import io.hone.contracts.recipe.RecipeKeys;
import io.hone.trainer.curve.Line;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Which recipe suits which images, and whether <em>auto</em> finds it. */
public final class Recipes implements Scenario {

    private static final int TEST_IMAGES = 1000;

    private static final List<Kind> KINDS = List.of(Kind.HEAD, Kind.PARTIAL, Kind.FULL, Kind.AUTO);

    /** @param iterations of the recipes that train by gradients */
    private record Size(int images, int iterations) {}

    private static final List<Size> SIZES = List.of(new Size(100, 150), new Size(1_000, 600), new Size(10_000, 1_500));

    @Override
    public String name() {
        return "recipes";
    }

    @Override
    public String description() {
        return "head, partial, full and auto on 100, 1,000 and 10,000 images, similar to the base's and different.";
    }

    @Override
    public LastLine run(Setting setting) {
        Path folder = setting.emptied(name());
        Path freshHead = folder.resolve("fresh-head.pt");
        SmallResNet.withFreshHead(
                new BaseNetwork(setting).torchScript(), Yardstick.NEW.size(), freshHead, setting.seed() + 2);
        Version base = Version.registered(freshHead, Yardstick.NEW);
        List<Case> cases = new ArrayList<>();
        for (boolean similar : new boolean[] {true, false}) {
            for (Size size : SIZES) {
                cases.add(measure(setting, base, similar, size));
            }
        }
        print(setting, cases);
        draw(setting, cases);
        return new LastLine(name())
                .with("worst-gap", cases.stream().mapToDouble(Case::gap).max().orElseThrow(), 1);
    }

    private Case measure(Setting setting, Version base, boolean similar, Size size) {
        Look look = similar ? Looks.asItIs() : Looks.upsideDownNegative();
        Examples training = setting.cifar()
                .training(1, 5)
                .firstOfEach(Yardstick.NEW.labels(), setting.scaled(size.images(), 50) / Yardstick.NEW.size())
                .seen(look);
        Examples test = setting.cifar()
                .test()
                .firstOfEach(Yardstick.NEW.labels(), setting.scaled(TEST_IMAGES, 40))
                .everySecond()
                .seen(look);
        Map<Kind, Outcome> outcomes = new EnumMap<>(Kind.class);
        try (ImageStream images = ImageStream.empty(setting.emptied("recipes-images"))) {
            images.send(training);
            for (Kind kind : KINDS) {
                // Each computes features for itself: none profits from what another left in the cache.
                Trainer trainer = new Trainer(setting.device(), setting.emptied("recipes-runs"));
                Run run = trainer.run(base, recipe(kind, size, setting), images);
                double accuracy =
                        new Accuracy(setting.classifiers()).of(run.version().torchScript(), Yardstick.NEW, test);
                setting.say(
                        "%,d %s images, recipe %s: %s after %s",
                        training.size(),
                        similar ? "similar" : "different",
                        word(kind),
                        Setting.percent(accuracy),
                        Setting.seconds(run.seconds()));
                outcomes.put(
                        kind,
                        new Outcome(accuracy, run.seconds(), run.training().choice()));
            }
        }
        return new Case(similar, training.size(), outcomes);
    }

    private static Recipe recipe(Kind kind, Size size, Setting setting) {
        return Recipe.of(Map.of(
                "kind",
                RecipeKeys.KIND.written(kind),
                "iterations",
                setting.scaled(size.iterations(), 10),
                "seed",
                setting.seed()));
    }

    private static void print(Setting setting, List<Case> cases) {
        Table table = new Table("images", "head", "", "partial", "", "full", "", "auto", "", "auto chose", "gap");
        for (Case measured : cases) {
            List<String> cells = new ArrayList<>(List.of(measured.toString()));
            for (Kind kind : KINDS) {
                Outcome outcome = measured.outcomes().get(kind);
                cells.add(Setting.percent(outcome.accuracy()));
                cells.add(Setting.seconds(outcome.seconds()));
            }
            cells.add(word(
                    measured.outcomes().get(Kind.AUTO).choice().orElseThrow().chosen()));
            cells.add(String.format(Locale.ROOT, "%.1f", measured.gap()));
            table.row(cells.toArray(String[]::new));
        }
        setting.say(table);
        for (Case measured : cases) {
            setting.say(
                    "%s: %s",
                    measured,
                    measured.outcomes().get(Kind.AUTO).choice().orElseThrow().reason());
        }
    }

    private void draw(Setting setting, List<Case> cases) {
        new AccuracyPicture(
                        "Accuracy on five new classes in per cent, by recipe and number of images",
                        "images to train on",
                        50,
                        true,
                        List.of(
                                part("As the base knows images", true, cases),
                                part("Negatives, upside down", false, cases)))
                .write(setting, name());
    }

    private static AccuracyPicture.Part part(String title, boolean similar, List<Case> cases) {
        List<Case> shown =
                cases.stream().filter(each -> each.similar() == similar).toList();
        return new AccuracyPicture.Part(
                title,
                KINDS.stream()
                        .map(kind -> new AccuracyPicture.Curve(word(kind), points(shown, kind)))
                        .toList());
    }

    private static List<Line.Point> points(List<Case> cases, Kind kind) {
        return cases.stream()
                .map(each ->
                        new Line.Point(each.images(), each.outcomes().get(kind).accuracy()))
                .toList();
    }

    private static String word(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
