package io.hone.bench.scratch;

import io.hone.bench.base.BaseNetwork;
import io.hone.bench.base.Yardstick;
import io.hone.bench.network.SmallResNet;
import io.hone.bench.picture.AccuracyPicture;
import io.hone.bench.scenario.LastLine;
import io.hone.bench.scenario.Scenario;
import io.hone.bench.scenario.Setting;
import io.hone.bench.scenario.Table;
import io.hone.contracts.recipe.Recipe;
import io.hone.trainer.curve.Line;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** How many steps a base saves. */
public final class ScratchVsFineTune implements Scenario {

    private static final int SCRATCH_ITERATIONS = 2000;
    private static final int FINE_TUNING_ITERATIONS = 1000;

    private static final Recipe FROM_SCRATCH = Yardstick.recipe(Map.of());

    private static final Recipe FINE_TUNED = Yardstick.recipe(Map.of("rates.backbone", 0.005));

    /** What Hone recommends for a fresh head on a base that knows something else. */
    private static final Recipe RECOMMENDED = Recipe.of(Map.of(
            "head.first",
            true,
            // A head that fits already needs no warming up.
            "schedule.warm-up",
            0,
            "rates.backbone",
            0.01,
            "rates.head",
            0.01,
            "weights",
            "last",
            "label-smoothing",
            0.1));

    @Override
    public String name() {
        return "scratch-vs-finetune";
    }

    @Override
    public String description() {
        return "Steps to 75 % and 80 % on five new classes: from scratch, and from a base that knows five others.";
    }

    @Override
    public LastLine run(Setting setting) {
        Path base = new BaseNetwork(setting).torchScript();
        Path folder = setting.emptied(name());
        Path untrained = folder.resolve("untrained.pt");
        setting.network().fresh(Yardstick.NEW.size(), untrained, setting.seed() + 1);
        Path freshHead = folder.resolve("fresh-head.pt");
        SmallResNet.withFreshHead(base, Yardstick.NEW.size(), freshHead, setting.seed() + 2);
        NewClasses task = new NewClasses(setting);
        Attempt scratch =
                task.learn("Hone, from scratch", untrained, FROM_SCRATCH, SCRATCH_ITERATIONS, folder.resolve("a"));
        Attempt plain =
                task.learn("Hone, fine-tuned", freshHead, FINE_TUNED, FINE_TUNING_ITERATIONS, folder.resolve("b"));
        Attempt recommended =
                task.learn("Hone, head first", freshHead, RECOMMENDED, FINE_TUNING_ITERATIONS, folder.resolve("c"));
        print(setting, scratch, plain, recommended);
        draw(setting, List.of(scratch, plain, recommended, PyTorch.FROM_SCRATCH, PyTorch.FINE_TUNING));
        return new LastLine(name())
                .with("ratio80", recommended.timesFasterThan(scratch, 0.8), 1)
                .with("final", recommended.finalAccuracy(), 4);
    }

    private static void print(Setting setting, Attempt scratch, Attempt plain, Attempt recommended) {
        Table table = new Table("", "steps to 75 %", "steps to 80 %", "times fewer to 80 %", "final accuracy", "time");
        Stream.of(scratch, plain, recommended).forEach(attempt -> row(table, attempt, scratch));
        Stream.of(PyTorch.FROM_SCRATCH, PyTorch.FINE_TUNING)
                .forEach(attempt -> row(table, attempt, PyTorch.FROM_SCRATCH));
        setting.say(table);
        setting.say("Times include the looks: every 25 steps, with PyTorch every 100 (from scratch) and 50.");
    }

    private static void row(Table table, Attempt attempt, Attempt scratch) {
        table.row(
                attempt.name(),
                steps(attempt.iterationsTo(0.75)),
                steps(attempt.iterationsTo(0.8)),
                attempt.equals(scratch) ? "" : times(attempt.timesFasterThan(scratch, 0.8)),
                Setting.percent(attempt.finalAccuracy()),
                Setting.seconds(attempt.seconds()));
    }

    private static String steps(double iterations) {
        return Double.isNaN(iterations) ? "never" : String.format(Locale.ROOT, "%,.0f", iterations);
    }

    private static String times(double ratio) {
        return Double.isNaN(ratio) ? "" : String.format(Locale.ROOT, "%.1f", ratio);
    }

    private void draw(Setting setting, List<Attempt> attempts) {
        List<AccuracyPicture.Curve> curves = attempts.stream()
                .map(attempt -> new AccuracyPicture.Curve(attempt.name(), points(attempt)))
                .toList();
        new AccuracyPicture(
                        "Five new classes, 500 images each",
                        "steps",
                        40,
                        false,
                        List.of(new AccuracyPicture.Part("", curves)))
                .write(setting, name());
    }

    private static List<Line.Point> points(Attempt attempt) {
        return attempt.curve().stream()
                .map(point -> new Line.Point(
                        point.iteration(), point.validationAccuracy().orElseThrow()))
                .toList();
    }
}
