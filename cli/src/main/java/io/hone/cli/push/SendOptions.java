package io.hone.cli.push;

import java.time.Duration;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** How images are sent. */
final class SendOptions {

    private static final int MOST_IMAGES = 1000;
    private static final int MOST_CONNECTIONS = 64;
    private static final int LONGEST_PATIENCE = 86_400;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--connections",
            paramLabel = "N",
            defaultValue = "4",
            description = "Requests under way at once. Default: ${DEFAULT-VALUE}.")
    private int connections;

    @Option(
            names = "--batch",
            paramLabel = "N",
            defaultValue = "64",
            description = "Images in a request, at most. Default: ${DEFAULT-VALUE}.")
    private int batch;

    @Option(
            names = "--patience",
            paramLabel = "SECONDS",
            defaultValue = "120",
            description = "How long to wait for a service that is away. Default: ${DEFAULT-VALUE}.")
    private int patience;

    @Option(
            names = "--golden",
            description = "The images become the golden set, or part of it: never trained on, and no champion may be"
                    + " worse on them than the one before.")
    private boolean golden;

    PushSettings settings() {
        return new PushSettings(
                new Batches((int) Bounds.within(spec, "--batch", batch, 1, MOST_IMAGES), Batches.USUAL.bytes()),
                (int) Bounds.within(spec, "--connections", connections, 1, MOST_CONNECTIONS),
                Duration.ofSeconds(Bounds.within(spec, "--patience", patience, 0, LONGEST_PATIENCE)),
                golden);
    }
}
