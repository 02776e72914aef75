package io.hone.bench.forgetting;

import io.hone.bench.base.BaseNetwork;
import io.hone.bench.base.Yardstick;
import io.hone.bench.picture.AccuracyPicture;
import io.hone.bench.scenario.LastLine;
import io.hone.bench.scenario.Scenario;
import io.hone.bench.scenario.Setting;
import io.hone.bench.scenario.Table;
import io.hone.bench.training.Run;
import io.hone.bench.training.Trainer;
import io.hone.bench.training.Version;
import io.hone.contracts.model.Classes;
import io.hone.contracts.recipe.Recipe;
import io.hone.contracts.recipe.RecipeKeys;
import io.hone.trainer.curve.Line;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What a model still knows after ten rounds of other things. */
public final class Forgetting implements Scenario {

    private static final int SCRATCH_EPOCHS = 20;

    /** Of 64 images each: a tenth of what training from scratch takes on all 24,960. */
    private static final int ITERATIONS = 780;

    /** What ten rounds bring: of the base's images, which all look alike, it replays ever fewer. */
    private static final int WINDOW = 9_600;

    /** Without replay. */
    private static final int EPOCHS = 8;

    @Override
    public String name() {
        return "forgetting";
    }

    @Override
    public String description() {
        return "Ten rounds whose classes and look change: fine-tuned with replay, without, and from scratch on all.";
    }

    @Override
    public LastLine run(Setting setting) {
        Path base = new BaseNetwork(setting).torchScript();
        Path folder = setting.emptied(name());
        Trainer trainer = new Trainer(setting.device(), folder.resolve("runs"));
        try (Course course = new Course(setting, folder.resolve("images"))) {
            Version known = trainer.asIfTrained(Version.registered(base, Yardstick.KNOWN), course.images());
            setting.say("Base: %s of what was seen so far", Setting.percent(course.accuracy(known)));
            Champion replaying = new Champion(replaying(setting), trainer, known);
            Champion forgetting = new Champion(forgetting(setting), trainer, known);
            List<Line.Point> kept = new ArrayList<>();
            List<Line.Point> unlearnt = new ArrayList<>();
            Table rounds = new Table("round", "classes", "with replay", "images", "time", "without", "images", "time");
            Run with = null;
            Run without = null;
            for (Round round : Round.all(setting.seed())) {
                course.next(round);
                with = replaying.learn(course.images());
                without = forgetting.learn(course.images());
                kept.add(new Line.Point(kept.size() + 1, course.accuracy(with.version())));
                unlearnt.add(new Line.Point(unlearnt.size() + 1, course.accuracy(without.version())));
                add(rounds, round, kept, with, unlearnt, without);
                setting.say(
                        "%s: %s with replay, %s without",
                        round.lookName(), Setting.percent(last(kept)), Setting.percent(last(unlearnt)));
            }
            Run scratch = trainer.run(
                    untrained(setting, folder, with.version().classes()), scratch(setting), course.images());
            double fromScratch = course.accuracy(scratch.version());
            print(setting, rounds, fromScratch, with, scratch);
            draw(setting, kept, unlearnt, fromScratch);
            return new LastLine(name())
                    .with("replay", last(kept), 4)
                    .with("none", last(unlearnt), 4)
                    .with("scratch", fromScratch, 4)
                    .with("cost", cost(with, scratch), 3)
                    .with("time", with.seconds() / scratch.seconds(), 3);
        }
    }

    private static Version untrained(Setting setting, Path folder, Classes classes) {
        Path untrained = folder.resolve("untrained.pt");
        setting.network().fresh(classes.size(), untrained, setting.seed() + 1);
        return Version.registered(untrained, classes);
    }

    /** Always the same number of steps, nine older images beside each new one, out of all the rounds' images. */
    private static Recipe replaying(Setting setting) {
        return fineTuning(
                setting,
                Map.of(
                        "replay.strategy",
                        "recent",
                        "replay.window",
                        setting.scaled(WINDOW, 1),
                        "replay.share",
                        0.9,
                        "iterations",
                        setting.scaled(ITERATIONS, 1)));
    }

    private static Recipe forgetting(Setting setting) {
        return fineTuning(setting, Map.of("replay.share", 0, "epochs", setting.scaled(EPOCHS, 1)));
    }

    /** All images are trained on, none held back: new ones and older ones alike for all three. */
    private static Recipe fineTuning(Setting setting, Map<String, ?> settings) {
        return Yardstick.recipe(
                        Map.of("schedule.name", "cosine", "new-classes.hold-out-images", 0, "seed", setting.seed()))
                .with(RecipeKeys.settings(settings));
    }

    private static Recipe scratch(Setting setting) {
        return Yardstick.recipe(
                Map.of("epochs", setting.scaled(SCRATCH_EPOCHS, 1), "schedule.name", "cosine", "seed", setting.seed()));
    }

    private static void add(
            Table rounds, Round round, List<Line.Point> kept, Run with, List<Line.Point> unlearnt, Run without) {
        rounds.row(
                round.lookName(),
                String.valueOf(with.version().classes().size()),
                Setting.percent(last(kept)),
                images(with),
                Setting.seconds(with.seconds()),
                Setting.percent(last(unlearnt)),
                images(without),
                Setting.seconds(without.seconds()));
    }

    private static void print(Setting setting, Table rounds, double fromScratch, Run with, Run scratch) {
        setting.say(rounds);
        setting.say(
                "From scratch on everything: %s, trained on %s images in %s",
                Setting.percent(fromScratch), images(scratch), Setting.seconds(scratch.seconds()));
        setting.say(
                "The last run with replay took %.3f of the time and %.3f of the images of that.",
                with.seconds() / scratch.seconds(), cost(with, scratch));
    }

    /** In images, each a pass through the same network and back: what else the machine does leaves it alone. */
    private static double cost(Run run, Run other) {
        return run.imagesTrainedOn() / (double) other.imagesTrainedOn();
    }

    private void draw(Setting setting, List<Line.Point> kept, List<Line.Point> unlearnt, double fromScratch) {
        List<Line.Point> scratch = List.of(new Line.Point(1, fromScratch), new Line.Point(kept.size(), fromScratch));
        new AccuracyPicture(
                        "Everything seen so far, after ten rounds of other classes and looks",
                        "rounds",
                        0,
                        false,
                        List.of(new AccuracyPicture.Part(
                                "",
                                List.of(
                                        new AccuracyPicture.Curve("with replay", kept),
                                        new AccuracyPicture.Curve("without", unlearnt),
                                        new AccuracyPicture.Curve("from scratch on all", scratch)))))
                .write(setting, name());
    }

    private static double last(List<Line.Point> points) {
        return points.get(points.size() - 1).y();
    }

    private static String images(Run run) {
        return String.format(Locale.ROOT, "%,d", run.imagesTrainedOn());
    }
}
