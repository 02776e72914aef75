package io.hone.bench.ingest;

import io.hone.bench.cifar.Examples;
import io.hone.bench.scenario.LastLine;
import io.hone.bench.scenario.Scenario;
import io.hone.bench.scenario.Setting;
import io.hone.bench.service.BareProducer;
import io.hone.bench.service.IngestProcess.Resident;
import io.hone.bench.service.Surroundings;
import java.io.IOException;
import java.io.UncheckedIOException;

/** How fast images are taken in over HTTP, beside the bare Kafka producer with such images on the same broker. */
public final class IngestRate implements Scenario {

    private static final int PNGS = 20_000;
    private static final int PNGS_A_BATCH = 500;
    private static final int JPEGS = 1_500;
    private static final int JPEGS_A_BATCH = 50;

    /** Others come of them by a comment. */
    private static final int ORIGINALS = 500;

    private static final int FEWEST = 40;
    private static final int ROUNDS = 5;

    @Override
    public String name() {
        return "ingest";
    }

    @Override
    public String description() {
        return "Images over HTTP into Kafka, single and in batches, beside the bare Kafka producer.";
    }

    @Override
    public LastLine run(Setting setting) {
        try (Surroundings surroundings = Surroundings.start(setting.emptied("ingest"))) {
            return measure(setting, surroundings);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private LastLine measure(Setting setting, Surroundings surroundings) throws IOException, InterruptedException {
        setting.say(
                "The bare producer makes the same records in one thread and checks nothing, on the same broker, for a topic that"
                        + " nobody reads: %s, as in the service. The service decodes every image, and reads its own stream"
                        + " at the same time. Clients, broker and service share this machine.",
                BareProducer.SETTINGS);
        int rounds = setting.scaled(ROUNDS, 1);
        Examples examples = setting.cifar().test();
        // First: it takes this many requests until hardly any of the service's code is still to be compiled.
        Comparison pngs = new Comparison(
                surroundings,
                Supply.pngs(examples.first(setting.scaled(PNGS, FEWEST))),
                rounds,
                setting.scaled(PNGS, FEWEST),
                PNGS_A_BATCH);
        pngs.run();
        pngs.tell(setting);
        Comparison jpegs = new Comparison(
                surroundings,
                Supply.jpegs(examples, setting.scaled(ORIGINALS, FEWEST), setting.seed()),
                rounds,
                setting.scaled(JPEGS, FEWEST),
                JPEGS_A_BATCH);
        jpegs.run();
        jpegs.tell(setting);
        Resident resident = surroundings.ingest().resident();
        setting.say(
                "The service, started with 512 MiB of heap as ./hone up does, has %.0f MiB resident, and had %.0f at most.",
                resident.now(), resident.peak());
        return new LastLine(name())
                .with("batch", jpegs.batchRatio(), 3)
                .with("single", jpegs.singleRatio(), 3)
                .with("p99", jpegs.singleP99(), 1)
                .with("png-batch", pngs.batchRatio(), 3)
                .with("png-single", pngs.singleRatio(), 3)
                .with("png-p99", pngs.singleP99(), 1)
                .with("resident", resident.peak(), 0);
    }
}
