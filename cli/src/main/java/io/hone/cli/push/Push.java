package io.hone.cli.push;

import io.hone.cli.http.Http;
import io.hone.cli.push.source.Entries;
import io.hone.cli.push.source.Entry;
import io.hone.cli.push.source.Source;
import io.hone.cli.push.source.Subset;
import io.hone.cli.service.ModelUri;
import io.hone.cli.terminal.Progress;
import io.hone.cli.terminal.StatusLine;
import io.hone.cli.terminal.Terminal;
import io.hone.cli.time.Pause;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Sends what a source holds to the ingest service, over several connections, with a progress bar. */
public final class Push {

    /** How long a batch may take to be answered. */
    public static final Duration ANSWER_WITHIN = Duration.ofSeconds(60);

    private final Terminal terminal;
    private final Sender sender;
    private final PushSettings settings;

    /** @param http with enough patience for a batch to be answered, see {@link #ANSWER_WITHIN} */
    public Push(Terminal terminal, Http http, URI ingest, String model, PushSettings settings) {
        this(terminal, http, ingest, model, settings, Pause.real());
    }

    Push(Terminal terminal, Http http, URI ingest, String model, PushSettings settings, Pause pause) {
        this(
                terminal,
                new BatchSender(
                        http,
                        ModelUri.of(ingest, model, "images/batch"),
                        new BatchRequest(settings.golden()),
                        pause,
                        settings.patience()),
                settings);
    }

    Push(Terminal terminal, Sender sender, PushSettings settings) {
        this.terminal = terminal;
        this.sender = sender;
        this.settings = settings;
    }

    /** All of it, and nothing of it is noted. */
    public PushSummary send(Source source) throws IOException {
        return send(source, Selection.ALL, Records.none());
    }

    PushSummary send(Source source, Selection selection, Records records) throws IOException {
        long all = count(source);
        long expected = Math.max(0, selection.count(all) - records.acknowledgedBefore());
        try (Progress progress = terminal.progress(sender.activity(), "images", expected)) {
            return new Sending(selection.of(all), records, progress).of(source);
        } catch (InterruptedException e) {
            throw Delivery.interrupted(e);
        }
    }

    private long count(Source source) throws IOException {
        try (StatusLine line = terminal.statusLine()) {
            line.show("… looking through the " + source.kind());
            return source.count();
        }
    }

    /** One source on its way. */
    private final class Sending {

        private final PushSummary summary = new PushSummary();
        private final Subset subset;
        private final Records records;
        private final Progress progress;

        Sending(Subset subset, Records records, Progress progress) {
            this.subset = subset;
            this.records = records;
            this.progress = progress;
        }

        PushSummary of(Source source) throws IOException, InterruptedException {
            try (Entries entries = source.entries();
                    ReadAhead ahead = new ReadAhead(() -> nextWanted(entries), settings.golden(), source.parallel());
                    Delivery delivery = new Delivery(sender, settings.connections(), this::told)) {
                send(ahead, delivery);
            }
            return summary;
        }

        private void send(ReadAhead ahead, Delivery delivery) throws IOException, InterruptedException {
            Batches.Filling filling = settings.batches().filling();
            for (var read = ahead.next(); read.isPresent(); read = ahead.next()) {
                read.get().failure().ifPresent(failure -> told(List.of(failure)));
                if (read.get().image().isPresent()) {
                    LabelledImage image = read.get().image().get();
                    if (filling.isFullFor(image)) {
                        delivery.submit(filling.take());
                    }
                    filling.add(image);
                }
            }
            if (!filling.isEmpty()) {
                delivery.submit(filling.take());
            }
            delivery.finish();
        }

        private Optional<Entry> nextWanted(Entries entries) throws IOException {
            for (Optional<Entry> entry = entries.next(); entry.isPresent(); entry = entries.next()) {
                boolean taken = subset.takes();
                if (taken && !wasAcknowledged(entry.get())) {
                    return entry;
                }
            }
            return Optional.empty();
        }

        private boolean wasAcknowledged(Entry entry) {
            boolean before =
                    entry instanceof Entry.Image image && records.wasAcknowledged(image.digest(settings.golden()));
            if (before) {
                summary.wasAcknowledgedBefore();
            }
            return before;
        }

        private void told(List<Outcome> outcomes) {
            records.add(outcomes);
            outcomes.forEach(summary::add);
            progress.stepBy(outcomes.size());
        }
    }
}
