package io.hone.bench.ingest;

import io.hone.bench.scenario.Setting;
import io.hone.bench.scenario.Table;
import io.hone.bench.service.BareProducer;
import io.hone.bench.service.Surroundings;
import java.util.List;
import java.util.Locale;

/** Pictures of one kind by the bare producer, in batches and one by one, in turn. */
final class Comparison {

    static final int BATCH_CONNECTIONS = 4;
    static final int SINGLE_CONNECTIONS = 16;

    private final Surroundings surroundings;
    private final Supply supply;
    private final int rounds;
    private final int images;
    private final int perBatch;
    private final Rounds bare = new Rounds();
    private final Rounds batch = new Rounds();
    private final Rounds single = new Rounds();

    private interface Way {
        Clients.Result send(int images) throws InterruptedException;
    }

    /** @param images that each way sends in a round */
    Comparison(Surroundings surroundings, Supply supply, int rounds, int images, int perBatch) {
        this.surroundings = surroundings;
        this.supply = supply;
        this.rounds = rounds;
        this.images = images;
        this.perBatch = perBatch;
    }

    void run() throws InterruptedException {
        try (BareProducer producer = new BareProducer(surroundings)) {
            Way produced = count -> new Clients.Result(producer.seconds(supply.next(count)), List.of());
            Way batches = clients(BATCH_CONNECTIONS, perBatch, Request::batch);
            Way singles = clients(SINGLE_CONNECTIONS, 1, Request::single);
            // Rounds that do not count: everybody's code is compiled, and after one of them a quarter of both cores
            // still was.
            for (int round = 0; round < rounds; round++) {
                for (Way way : List.of(produced, batches, singles)) {
                    measure(way, new Rounds());
                }
            }
            for (int round = 0; round < rounds; round++) {
                measure(produced, bare);
                measure(batches, batch);
                measure(singles, single);
            }
        }
    }

    private Way clients(int connections, int perRequest, Request request) {
        Clients clients = new Clients(surroundings.ingest().address(), connections, perRequest, request);
        return count -> clients.send(supply, count);
    }

    private void measure(Way way, Rounds measured) throws InterruptedException {
        surroundings.ingest().awaitIdle();
        measured.add(images, way.send(images));
    }

    void tell(Setting setting) {
        setting.say(
                "%s, %,.0f bytes each: %,d images a round by each way, in turn; medians of %d rounds. Batches of %d over %d"
                        + " connections, single images over %d.",
                supply.name(), supply.bytes(), images, rounds, perBatch, BATCH_CONNECTIONS, SINGLE_CONNECTIONS);
        setting.say(new Table("", "images/s", "MB/s", "of the bare producer", "50 % within", "99 % within")
                .row(cells("bare producer", bare))
                .row(cells("batch", batch))
                .row(cells("single", single)));
    }

    private String[] cells(String way, Rounds rounds) {
        return new String[] {
            way,
            format("%,.0f", rounds.rate()),
            format("%,.1f", rounds.rate() * supply.bytes() / 1e6),
            format("%.3f", rounds.ratioTo(bare)),
            millis(rounds.millis(0.5)),
            millis(rounds.millis(0.99))
        };
    }

    private static String millis(double millis) {
        return Double.isNaN(millis) ? "" : format("%,.1f ms", millis);
    }

    private static String format(String format, double value) {
        return String.format(Locale.ROOT, format, value);
    }

    double batchRatio() {
        return batch.ratioTo(bare);
    }

    double singleRatio() {
        return single.ratioTo(bare);
    }

    double singleP99() {
        return single.millis(0.99);
    }
}
