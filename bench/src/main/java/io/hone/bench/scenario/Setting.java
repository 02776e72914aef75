package io.hone.bench.scenario;

import io.hone.bench.cifar.Cifar;
import io.hone.bench.network.SmallResNet;
import io.hone.contracts.Checks;
import io.hone.trainer.finetune.RunFolder;
import io.hone.vision.classifier.Classifiers;
import io.hone.vision.classifier.DeviceChoice;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/**
 * Where and how a scenario is run.
 *
 * @param images absent where the scenario needs none
 * @param network whose architecture all scenarios train
 * @param work what may be used again the next time is kept here
 * @param quick sizes and numbers of steps are divided by it, 1 to 1000: more than 1 tries a scenario, and measures nothing
 */
public record Setting(
        Optional<Cifar> images,
        SmallResNet network,
        Path work,
        DeviceChoice device,
        long seed,
        int quick,
        PrintStream out) {

    public Setting {
        Checks.within("quick", quick, 1, 1000);
    }

    public Cifar cifar() {
        return images.orElseThrow();
    }

    /**
     * A size, or a number of steps, as it is here.
     *
     * @param least what it is at least, for something to be seen
     */
    public int scaled(int full, int least) {
        return Math.max(Math.min(full, least), full / quick);
    }

    public Classifiers classifiers() {
        return new Classifiers(device);
    }

    /** A place for what only this run of the scenario needs. */
    public Path emptied(String name) {
        Path folder = work.resolve(name);
        new RunFolder(folder).delete();
        return folder(folder);
    }

    /** A place for what is kept. */
    public Path kept(String name) {
        return folder(work).resolve(name);
    }

    public void say(String format, Object... values) {
        out.printf(Locale.ROOT, format + "%n", values);
    }

    public void say(Table table) {
        out.printf("%n%s%n%n", table);
    }

    public static String percent(double share) {
        return Double.isFinite(share) ? String.format(Locale.ROOT, "%.1f %%", 100 * share) : "none";
    }

    public static String seconds(double seconds) {
        return String.format(Locale.ROOT, seconds < 10 ? "%,.2f s" : "%,.0f s", seconds);
    }

    private static Path folder(Path folder) {
        try {
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot create " + folder, e);
        }
    }
}
