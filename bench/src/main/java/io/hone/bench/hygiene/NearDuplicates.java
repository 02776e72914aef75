package io.hone.bench.hygiene;

import io.hone.bench.cifar.Cifar;
import io.hone.bench.cifar.Example;
import io.hone.bench.cifar.Examples;
import io.hone.bench.scenario.LastLine;
import io.hone.bench.scenario.Scenario;
import io.hone.bench.scenario.Setting;
import io.hone.bench.scenario.Table;
import io.hone.contracts.recipe.RecipeKeys;
import io.hone.images.Fingerprint;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * How far apart fingerprints may be: what share of training images is taken for a copy of a hold-out image by chance, and
 * what share of real copies is found. Two images of different classes are no copies of each other; as many of the same
 * class as of each other one are near by chance.
 */
public final class NearDuplicates implements Scenario {

    private static final int FEW = 1000;
    private static final int COPIED = 1000;
    private static final int LARGEST = 16;

    @Override
    public String name() {
        return "near-duplicates";
    }

    @Override
    public String description() {
        return "Training images taken for copies of hold-out images by chance, and copies found, by hygiene.distance.";
    }

    @Override
    public LastLine run(Setting setting) {
        Examples test = setting.cifar().test();
        Examples training = setting.cifar().training(1, Cifar.BATCHES);
        Looks images = Looks.of(training.first(setting.scaled(training.size(), 20)));
        Looks many = Looks.of(test.first(setting.scaled(test.size(), 20)));
        int[] fewByChance = otherClass(images, many.first(FEW));
        int[] manyByChance = otherClass(images, many);
        int[] all = images.nearest(many, (label, other) -> true);
        int[][] copies = Stream.of(Copies.values())
                .map(copy -> distances(test.first(setting.scaled(COPIED, 20)), copy))
                .toArray(int[][]::new);
        print(setting, images, many, fewByChance, manyByChance, all, copies);
        int distance = RecipeKeys.NEAR_DISTANCE.byDefault();
        return new LastLine(name())
                .with("chance", chance(manyByChance, distance), 5)
                .with(
                        "found",
                        Stream.of(copies)
                                .mapToDouble(copy -> share(copy, distance))
                                .average()
                                .orElseThrow(),
                        3);
    }

    private static int[] otherClass(Looks images, Looks holdOut) {
        return images.nearest(holdOut, (label, other) -> !label.equals(other));
    }

    private static int[] distances(Examples originals, Copies copy) {
        return originals.list().stream()
                .map(Example::pixels)
                .filter(image -> Fingerprint.of(image).isPresent())
                .mapToInt(image -> Fingerprint.of(copy.of(image))
                        .map(Fingerprint.of(image).orElseThrow()::distance)
                        .orElse(Fingerprint.BITS))
                .toArray();
    }

    /** Of nine other classes one finds nine tenths of what is near by chance. */
    private static double chance(int[] otherClass, int distance) {
        int classes = Cifar.CLASSES.size();
        return Math.min(1, share(otherClass, distance) * classes / (classes - 1));
    }

    private static double share(int[] distances, int distance) {
        return (double) Arrays.stream(distances)
                        .filter(each -> each <= distance)
                        .count()
                / distances.length;
    }

    private static void print(
            Setting setting,
            Looks images,
            Looks many,
            int[] fewByChance,
            int[] manyByChance,
            int[] all,
            int[][] copies) {
        String[] headings = Stream.concat(
                        Stream.of(
                                "distance",
                                "by chance, hold-out %,d"
                                        .formatted(many.first(FEW).list().size()),
                                "by chance, hold-out %,d".formatted(many.list().size()),
                                "near, hold-out %,d".formatted(many.list().size())),
                        Stream.of(Copies.values()).map(Copies::inWords))
                .toArray(String[]::new);
        Table table = new Table(headings);
        for (int distance = 0; distance <= LARGEST; distance++) {
            int limit = distance;
            table.row(Stream.concat(
                            Stream.of(
                                    Integer.toString(limit),
                                    percent(chance(fewByChance, limit)),
                                    percent(chance(manyByChance, limit)),
                                    percent(share(all, limit))),
                            Stream.of(copies).map(copy -> Setting.percent(share(copy, limit))))
                    .toArray(String[]::new));
        }
        setting.say(
                "%,d training images; copies of %,d hold-out images",
                images.list().size(), copies[0].length);
        setting.say(table);
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.3f %%", 100 * share);
    }
}
