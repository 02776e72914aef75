package io.hone.cli.reconcile;

import io.hone.cli.place.Installation;
import io.hone.cli.place.ServiceOptions;
import io.hone.cli.service.ModelUri;
import io.hone.cli.terminal.CommandFailure;
import io.hone.cli.terminal.Progress;
import io.hone.cli.terminal.Terminal;
import io.hone.cli.time.Pause;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
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
        name = "label-studio",
        description =
                "Sends the annotations of a Label Studio export to the ingest service, as its webhooks would have.",
        footer = {
            "",
            "Export the project as JSON (not JSON-MIN). What ingest knows already it leaves out, and what it knows"
                    + " better, because it is newer, it keeps: run it as often as you like.",
            "Exit status 0 only when every annotation is safe in the queue, or was skipped by its annotator."
        })
final class LabelStudioCommand implements Callable<Integer> {

    private static final String SECRET = "HONE_LABEL_STUDIO_SECRET";
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(60);
    private static final int LISTED = 20;

    private final Terminal terminal;
    private final Installation installation;
    private final Pause pause;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "EXPORT.json", description = "The export.")
    private Path export;

    @Option(names = "--model", required = true, paramLabel = "NAME", description = "The model the images are for.")
    private String model;

    @Option(
            names = "--secret-file",
            paramLabel = "FILE",
            description = "Holds the secret that the tool's webhooks show. Default: the variable " + SECRET + ".")
    private Path secretFile;

    @Option(
            names = "--secret-header",
            paramLabel = "NAME",
            defaultValue = "X-Hone-Secret",
            description = "In which header they show it. Default: ${DEFAULT-VALUE}.")
    private String secretHeader;

    @Option(
            names = "--patience",
            paramLabel = "SECONDS",
            defaultValue = "120",
            description = "How long to wait for a service that is away. Default: ${DEFAULT-VALUE}.")
    private int patience;

    @Mixin
    private ServiceOptions services = new ServiceOptions();

    LabelStudioCommand(Terminal terminal, Installation installation) {
        this(terminal, installation, Pause.real());
    }

    LabelStudioCommand(Terminal terminal, Installation installation, Pause pause) {
        this.terminal = terminal;
        this.installation = installation;
        this.pause = pause;
    }

    @Override
    public Integer call() throws IOException {
        if (patience < 0 || patience > 86_400) {
            throw new ParameterException(
                    spec.commandLine(), "--patience is %d, must be between 0 and 86400".formatted(patience));
        }
        WebhookSender sender = new WebhookSender(
                services.http(installation, ANSWER_WITHIN),
                ModelUri.of(services.addresses(installation).ingest(), model, "feeds/label-studio"),
                secretHeader,
                secret(),
                pause,
                Duration.ofSeconds(patience));
        Summary summary = new Summary();
        try (Export tasks = Export.open(export);
                Progress progress = terminal.progress("Reading the export", "bytes", Math.max(1, Files.size(export)))) {
            for (Optional<Batch> batch = tasks.next(); batch.isPresent(); batch = tasks.next()) {
                summary.add(batch.get(), sender.send(batch.get()));
                progress.stepTo(tasks.bytesRead());
            }
            summary.skipped(tasks.skipped());
            progress.stepTo(Files.size(export));
        }
        return conclude(summary);
    }

    private String secret() throws IOException {
        Optional<String> secret = secretFile == null
                ? Optional.ofNullable(System.getenv(SECRET))
                : Optional.of(Files.readString(secretFile).strip());
        return secret.filter(text -> !text.isBlank())
                .orElseThrow(() -> new CommandFailure(
                        "the secret that Label Studio's webhooks show is missing",
                        "Put it into the variable %s, or into a file and give --secret-file.".formatted(SECRET)));
    }

    private int conclude(Summary summary) {
        terminal.line(
                "  %,d annotations: %,d queued, %,d skipped by their annotators, %,d refused",
                summary.annotations(),
                summary.queued(),
                summary.skipped(),
                summary.refused().size());
        summary.refused().stream().limit(LISTED).forEach(terminal::bad);
        if (summary.refused().size() > LISTED) {
            terminal.line("      … and %,d more", summary.refused().size() - LISTED);
        }
        if (summary.isComplete()) {
            terminal.done(
                    "All of them are in the queue; ingest leaves out what it knows. What fails is told by GET /v1/models/%s/feeds/dead-letters"
                            .formatted(model));
            return CommandLine.ExitCode.OK;
        }
        terminal.failure(
                "%d annotations were refused".formatted(summary.refused().size()),
                "Mend them in Label Studio, export again, and run the same command.");
        return CommandLine.ExitCode.SOFTWARE;
    }
}
