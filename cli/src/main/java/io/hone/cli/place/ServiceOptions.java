package io.hone.cli.place;

import io.hone.cli.http.Http;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * Which services a command speaks to, and as whom: those it is told, with the key in {@value #KEY}; else those that run on
 * this machine, with the key that their data folder holds. That key is never sent anywhere else.
 */
public final class ServiceOptions {

    private static final String KEY = "HONE_KEY";
    private static final String AUTHORITIES = "HONE_CA";
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

    @Option(
            names = "--ca",
            paramLabel = "FILE",
            description =
                    "Certificates, in PEM, of who vouches for services that speak TLS. Default: $HONE_CA, else those"
                            + " that Java trusts.")
    private Path authorities;

    public DataFolder folder(Installation installation) {
        return data.forLooking(installation);
    }

    public Http http(Installation installation, Duration answerWithin) {
        return new Http(answerWithin, key(installation), authorities());
    }

    private Optional<Path> authorities() {
        return Optional.ofNullable(authorities)
                .or(() -> environment(AUTHORITIES).map(Path::of));
    }

    private static Optional<String> environment(String name) {
        return Optional.ofNullable(System.getenv(name)).filter(value -> !value.isBlank());
    }

    private Optional<String> key(Installation installation) {
        Optional<String> given = environment(KEY);
        boolean elsewhere = ingest != null || trainer != null || evaluator != null;
        return given.isPresent() || elsewhere
                ? given
                : RootKey.find(folder(installation).rootKey());
    }

    public Addresses addresses(Installation installation) {
        Addresses here = folder(installation).state().map(StackState::addresses).orElse(USUAL);
        return new Addresses(
                Optional.ofNullable(ingest).orElse(here.ingest()),
                Optional.ofNullable(trainer).orElse(here.trainer()),
                Optional.ofNullable(evaluator).orElse(here.evaluator()));
    }
}
