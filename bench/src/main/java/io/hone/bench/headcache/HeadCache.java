package io.hone.bench.headcache;

import io.hone.bench.base.BaseNetwork;
import io.hone.bench.base.Yardstick;
import io.hone.bench.cifar.Cifar;
import io.hone.bench.cifar.Examples;
import io.hone.bench.look.OtherCamera;
import io.hone.bench.scenario.LastLine;
import io.hone.bench.scenario.Scenario;
import io.hone.bench.scenario.Setting;
import io.hone.bench.scenario.Table;
import io.hone.bench.training.Accuracy;
import io.hone.bench.training.ImageStream;
import io.hone.bench.training.Run;
import io.hone.bench.training.Trainer;
import io.hone.bench.training.Version;
import io.hone.contracts.recipe.Recipe;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What a head costs when the features of its images are known already. */
public final class HeadCache implements Scenario {

    private static final int IMAGES = 3000;
    private static final int TEST_IMAGES = 1000;
    private static final int CACHED_RUNS = 3;

    private final OtherCamera camera = new OtherCamera(7);

    @Override
    public String name() {
        return "head-cache";
    }

    @Override
    public String description() {
        return "Time of a head run with cached features against a full run on the same images.";
    }

    @Override
    public LastLine run(Setting setting) {
        Version base = Version.registered(new BaseNetwork(setting).torchScript(), Yardstick.KNOWN);
        Path folder = setting.emptied(name());
        Trainer trainer = new Trainer(setting.device(), folder.resolve("runs"));
        try (ImageStream images = ImageStream.empty(folder.resolve("images"))) {
            images.send(examples(setting));
            Recipe head = Recipe.of(Map.of("kind", "head", "seed", setting.seed()));
            Run first = trainer.run(base, head, images);
            Run cached = median(Stream.generate(() -> trainer.run(base, head, images))
                    .limit(CACHED_RUNS)
                    .toList());
            Run full = trainer.run(base, Recipe.of(Map.of("kind", "full", "seed", setting.seed())), images);
            print(setting, images.store().count(), first, cached, full);
            return new LastLine(name()).with("ratio", full.seconds() / cached.seconds(), 1);
        }
    }

    /** Of the base's classes, as another camera sees them. */
    private Examples examples(Setting setting) {
        return setting.cifar()
                .training(Yardstick.BATCHES + 1, Cifar.BATCHES)
                .firstOfEach(Yardstick.KNOWN.labels(), setting.scaled(IMAGES, 100) / Yardstick.KNOWN.size())
                .seen(camera);
    }

    private static Run median(List<Run> runs) {
        return runs.stream()
                .sorted((one, other) -> Double.compare(one.seconds(), other.seconds()))
                .toList()
                .get(runs.size() / 2);
    }

    private void print(Setting setting, int count, Run first, Run cached, Run full) {
        Examples test = setting.cifar()
                .test()
                .firstOfEach(Yardstick.KNOWN.labels(), setting.scaled(TEST_IMAGES, 40))
                .everySecond()
                .seen(camera);
        Accuracy accuracy = new Accuracy(setting.classifiers());
        Table table = new Table("%,d images".formatted(count), "time", "test images");
        row(table, "head, features to be computed", first, accuracy, test);
        row(table, "head, features cached", cached, accuracy, test);
        row(table, "full", full, accuracy, test);
        setting.say(table);
    }

    private static void row(Table table, String name, Run run, Accuracy accuracy, Examples test) {
        table.row(
                name,
                Setting.seconds(run.seconds()),
                Setting.percent(
                        accuracy.of(run.version().torchScript(), run.version().classes(), test)));
    }
}
