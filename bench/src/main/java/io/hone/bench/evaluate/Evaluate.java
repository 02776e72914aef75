package io.hone.bench.evaluate;

import io.hone.bench.cifar.Cifar;
import io.hone.bench.cifar.Examples;
import io.hone.bench.scenario.LastLine;
import io.hone.bench.scenario.Scenario;
import io.hone.bench.scenario.Setting;
import io.hone.bench.scenario.Table;
import io.hone.bench.training.ImageStream;
import io.hone.registry.version.Manifest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What an evaluation costs beside the forward passes, and what the answers are worth that are kept. */
public final class Evaluate implements Scenario {

    static final int BATCH = 64;

    private static final int IMAGES = 10_000;
    private static final int ROUNDS = 5;

    @Override
    public String name() {
        return "evaluate";
    }

    @Override
    public String description() {
        return "Hold-out images a second of an evaluation against one network's bare forward pass.";
    }

    /** Images a second, one for each round. */
    private record Rates(List<Double> bare, List<Double> first, List<Double> again) {}

    @Override
    public LastLine run(Setting setting) {
        Path folder = setting.emptied(name());
        Examples examples = setting.cifar().test().first(setting.scaled(IMAGES, 100));
        try (ImageStream images = ImageStream.empty(folder.resolve("images"));
                BarePass bare = new BarePass(setting.classifiers(), network(setting, folder, 0), examples)) {
            images.send(examples);
            HoldOut holdOut = new HoldOut(setting, images, folder);
            holdOut.publish(network(setting, folder, 0));
            Manifest first = holdOut.publish(network(setting, folder, 1));
            Manifest next = holdOut.publish(network(setting, folder, 2));
            return print(setting, examples.size(), measure(setting, holdOut, bare, first, next, examples.size()));
        }
    }

    /** All of one size, and each with weights of its own. */
    private static Path network(Setting setting, Path folder, int number) {
        Path file = folder.resolve("network-%d.pt".formatted(number));
        setting.network().fresh(Cifar.CLASSES.size(), file, setting.seed() + number);
        return file;
    }

    private static Rates measure(
            Setting setting, HoldOut holdOut, BarePass bare, Manifest first, Manifest next, int images) {
        int rounds = setting.scaled(ROUNDS, 1);
        setting.say("Warming up, then %d rounds over %,d images", rounds, images);
        bare.run();
        holdOut.evaluate(first, "warm-up");
        Rates rates = new Rates(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (int round = 0; round < rounds; round++) {
            String predictions = "predictions-" + round;
            rates.bare().add(images / bare.run());
            rates.first().add(images / holdOut.evaluate(first, predictions));
            rates.again().add(images / holdOut.evaluate(next, predictions));
        }
        return rates;
    }

    private LastLine print(Setting setting, int images, Rates rates) {
        double bare = median(rates.bare());
        double first = median(rates.first());
        double again = median(rates.again());
        setting.say(new Table("%,d images".formatted(images), "images a second", "of the bare pass")
                .row("bare forward pass of one network", rate(bare), ratio(1))
                .row("evaluation, two networks to be asked", rate(first), ratio(first / bare))
                .row("another candidate, the champion's answers kept", rate(again), ratio(again / bare)));
        return new LastLine(name()).with("ratio", first / bare, 3).with("again", again / bare, 3);
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
