package io.hone.cli.place;

import java.net.URI;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which services a command speaks to: those it is told, else those that run on this machine. */
public final class ServiceOptions {

    private static final Addresses USUAL = Addresses.onThisMachine(8081, 8082, 8083);

    @Mixin
    private DataOption data = new DataOption();

    @Option(
            names = "--ingest",
            paramLabel = "URL",
            description = "The ingest service elsewhere. Default: the one running here.")
    private URI ingest;

    @Option(
            names = "--trainer",
            paramLabel = "URL",
            description = "The trainer elsewhere. Default: the one running here.")
    private URI trainer;

    @Option(
            names = "--evaluator",
            paramLabel = "URL",
            description = "The evaluator elsewhere. Default: the one running here.")
    private URI evaluator;

    public DataFolder folder(Installation installation) {
        return data.forLooking(installation);
    }

    public Addresses addresses(Installation installation) {
        Addresses here = folder(installation).state().map(StackState::addresses).orElse(USUAL);
        return new Addresses(
                Optional.ofNullable(ingest).orElse(here.ingest()),
                Optional.ofNullable(trainer).orElse(here.trainer()),
                Optional.ofNullable(evaluator).orElse(here.evaluator()));
    }
}
