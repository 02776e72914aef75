package io.hone.cli.push;

import io.hone.cli.place.Installation;
import io.hone.cli.place.ServiceOptions;
import io.hone.cli.terminal.Terminal;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "push",
        description = "Sends the labelled images of a folder (or zip) to the ingest service.",
        footer = {
            "",
            "The folder holds a folder for each class: FOLDER/<class>/<image>. An interrupted push is simply run"
                    + " again: an image's id is the digest of its bytes, so none is doubled.",
            "Exit status 0 only when every image was accepted."
        })
public final class PushCommand implements Callable<Integer> {

    private static final int MOST_IMAGES = 1000;
    private static final int MOST_CONNECTIONS = 64;

    private final Terminal terminal;
    private final Installation installation;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FOLDER", description = "Folder or zip file with the images.")
    private Path folder;

    @Option(names = "--model", required = true, paramLabel = "NAME", description = "The model the images are for.")
    private String model;

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

    @Mixin
    private ServiceOptions services = new ServiceOptions();

    public PushCommand(Terminal terminal, Installation installation) {
        this.terminal = terminal;
        this.installation = installation;
    }

    @Override
    public Integer call() throws IOException {
        PushSettings settings = settings();
        try (ImageFolder images = ImageFolder.open(folder)) {
            PushSummary summary = new Push(
                            terminal,
                            services.http(installation, Push.ANSWER_WITHIN),
                            services.addresses(installation).ingest(),
                            model,
                            settings)
                    .send(images);
            PushReport.print(terminal, summary);
            return conclude(summary);
        }
    }

    private int conclude(PushSummary summary) {
        if (summary.isComplete()) {
            terminal.done("All %,d images are in the stream. Next: ./hone status".formatted(summary.accepted()));
            return CommandLine.ExitCode.OK;
        }
        terminal.failure(
                "%d images were refused, %d not delivered"
                        .formatted(
                                summary.refused().size(), summary.undelivered().size()),
                "Correct the refused ones, then run the same command again: no image is doubled by it.");
        return CommandLine.ExitCode.SOFTWARE;
    }

    private PushSettings settings() {
        return new PushSettings(
                new Batches(within("--batch", batch, 1, MOST_IMAGES), Batches.USUAL.bytes()),
                within("--connections", connections, 1, MOST_CONNECTIONS),
                Duration.ofSeconds(within("--patience", patience, 0, 86_400)),
                golden);
    }

    private int within(String option, int value, int lowest, int highest) {
        if (value < lowest || value > highest) {
            throw new ParameterException(
                    spec.commandLine(),
                    "%s is %d, must be between %d and %d".formatted(option, value, lowest, highest));
        }
        return value;
    }
}
