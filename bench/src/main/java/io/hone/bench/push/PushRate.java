package io.hone.bench.push;

import io.hone.bench.scenario.LastLine;
import io.hone.bench.scenario.Scenario;
import io.hone.bench.scenario.Setting;
import io.hone.bench.scenario.Table;
import io.hone.bench.service.BareProducer;
import io.hone.bench.service.Surroundings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Locale;

/** How fast {@code ./hone push} is, beside the bare Kafka producer with the same files on the same broker. */
public final class PushRate implements Scenario {

    private static final int FILES = 20_000;
    private static final int FEWEST = 40;
    private static final int WARM_UP = 2_000;
    private static final int ROUNDS = 2;

    @Override
    public String name() {
        return "push";
    }

    @Override
    public String description() {
        return "Image files by ./hone push through the ingest service, beside the bare Kafka producer.";
    }

    @Override
    public LastLine run(Setting setting) {
        Path work = setting.emptied("push");
        try (Surroundings surroundings = Surroundings.start(work)) {
            return measure(setting, work, surroundings);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private LastLine measure(Setting setting, Path work, Surroundings surroundings)
            throws IOException, InterruptedException {
        ImageFiles files = ImageFiles.write(
                work.resolve("files"), setting.cifar().training(1, 2).first(setting.scaled(FILES, FEWEST)));
        ImageFiles few = ImageFiles.write(
                work.resolve("warm-up"), setting.cifar().test().first(setting.scaled(WARM_UP, FEWEST)));
        PushedFiles push = new PushedFiles(surroundings, work.resolve("data"));
        push.seconds(few);
        double pushed = 0;
        double produced = 0;
        try (BareProducer bare = new BareProducer(surroundings)) {
            bare.seconds(few.pictures());
            // In turn, so that what else the machine does befalls both.
            for (int round = 0; round < ROUNDS; round++) {
                surroundings.ingest().awaitIdle();
                produced += bare.seconds(files.pictures());
                pushed += push.seconds(files);
            }
        }
        double bareRate = ROUNDS * files.count() / produced;
        double rate = ROUNDS * files.count() / pushed;
        setting.say(
                "%,d PNGs of 32 × 32 pixels, %,d bytes each on average, one file an image, %d times each, in turn. The push is"
                        + " the command as people run it, the start of its JVM included. The bare producer reads the same files and writes the same records to a topic that nobody"
                        + " reads: %s.",
                files.count(), files.bytes() / files.count(), ROUNDS, BareProducer.SETTINGS);
        setting.say(new Table("", "images/s", "seconds")
                .row("bare producer", rate(bareRate), Setting.seconds(produced / ROUNDS))
                .row("./hone push", rate(rate), Setting.seconds(pushed / ROUNDS)));
        return new LastLine(name())
                .with("ratio", rate / bareRate, 3)
                .with("push", rate, 0)
                .with("bare", bareRate, 0);
    }

    private static String rate(double imagesPerSecond) {
        return String.format(Locale.ROOT, "%,.0f", imagesPerSecond);
    }
}
