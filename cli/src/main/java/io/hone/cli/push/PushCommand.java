package io.hone.cli.push;

import io.hone.cli.place.Installation;
import io.hone.cli.place.ServiceOptions;
import io.hone.cli.push.source.Source;
import io.hone.cli.terminal.Terminal;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "push",
        description = "Sends labelled images to the ingest service.",
        footer = {
            "",
            "SOURCE is one of: a folder (or zip) with a folder for each class, FOLDER/<class>/<image>; the tars of a"
                    + " WebDataset, 'name-{000000..000123}.tar'; a list of images by address or path (CSV, TSV, JSON"
                    + " Lines, or lines of image and label); a folder with metadata.jsonl.",
            "A push that was interrupted, or in which images failed, goes on when the same command is run again. No"
                    + " image is ever doubled: its id is the digest of its bytes.",
            "Exit status: 0 when every image is in; 1 when some failed (all are listed) or nothing could be done; 2"
                    + " when the command line is wrong."
        })
public final class PushCommand implements Callable<Integer> {

    private final Terminal terminal;
    private final Installation installation;

    @Parameters(paramLabel = "SOURCE", arity = "1..*", description = "What to push; only tars can be several.")
    private List<String> source;

    @Option(names = "--model", required = true, paramLabel = "NAME", description = "The model the images are for.")
    private String model;

    @Mixin
    private SourceOptions sources = new SourceOptions();

    @Mixin
    private RecordOptions recording = new RecordOptions();

    @Mixin
    private SendOptions sending = new SendOptions();

    @Mixin
    private ServiceOptions services = new ServiceOptions();

    public PushCommand(Terminal terminal, Installation installation) {
        this.terminal = terminal;
        this.installation = installation;
    }

    @Override
    public Integer call() throws IOException {
        PushSettings settings = sending.settings();
        Selection selection = sources.selection();
        URI ingest = services.addresses(installation).ingest();
        try (Source images = sources.open(source);
                Records records = recording.open(services.folder(installation).pushes(), source, model, ingest)) {
            announce(images, records);
            PushSummary summary = push(ingest, settings, images, selection, records);
            PushReport.print(terminal, summary);
            return conclude(summary, records);
        }
    }

    private PushSummary push(URI ingest, PushSettings settings, Source images, Selection selection, Records records)
            throws IOException {
        if (recording.isDryRun()) {
            return new Push(terminal, new Rehearsal(), settings).send(images, selection, records);
        }
        Push push = new Push(terminal, services.http(installation, Push.ANSWER_WITHIN), ingest, model, settings);
        return Interruption.telling(terminal, () -> push.send(images, selection, records));
    }

    private void announce(Source images, Records records) {
        terminal.line("  %s, read as %s", String.join(" ", source), images.kind());
        if (records.acknowledgedBefore() > 0) {
            terminal.line(
                    "  Going on: %,d images were acknowledged by an earlier push and are not sent again (--again sends"
                            + " all)",
                    records.acknowledgedBefore());
        }
    }

    private int conclude(PushSummary summary, Records records) throws IOException {
        if (summary.isComplete()) {
            terminal.done(success(summary));
            if (records.journal().isPresent()) {
                records.journal().get().forget();
            }
            return CommandLine.ExitCode.OK;
        }
        terminal.failure(
                "%s; all are listed in %s"
                        .formatted(
                                summary.failures().byKind().entrySet().stream()
                                        .map(kind -> String.format(
                                                Locale.ROOT,
                                                kind.getValue() == 1 ? "%,d image %s" : "%,d images %s",
                                                kind.getValue(),
                                                kind.getKey()))
                                        .collect(Collectors.joining(", ")),
                                records.failures().orElseThrow().path()),
                recording.isDryRun()
                        ? "Nothing was sent. Correct them before you push, or leave them out: they are never fatal."
                        : "Correct them, then run the same command again: it sends only what is not in yet.");
        return CommandLine.ExitCode.SOFTWARE;
    }

    private String success(PushSummary summary) {
        if (recording.isDryRun()) {
            return String.format(
                    Locale.ROOT,
                    summary.accepted() == 1
                            ? "%,d image would be sent; nothing was"
                            : "%,d images would be sent; nothing was",
                    summary.accepted());
        }
        String before =
                summary.before() == 0 ? "" : String.format(Locale.ROOT, " (%,d of them from before)", summary.before());
        return String.format(
                Locale.ROOT,
                "All %,d images are in the stream%s. Next: ./hone status",
                summary.accepted() + summary.before(),
                before);
    }
}
