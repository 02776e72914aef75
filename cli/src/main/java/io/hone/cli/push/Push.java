package io.hone.cli.push;

import io.hone.cli.http.Http;
import io.hone.cli.service.ModelUri;
import io.hone.cli.terminal.CommandFailure;
import io.hone.cli.terminal.Progress;
import io.hone.cli.terminal.Terminal;
import io.hone.cli.time.Pause;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Sends an image folder to the ingest service over several connections, with a progress bar. */
public final class Push {

    /** How long a batch may take to be answered. */
    public static final Duration ANSWER_WITHIN = Duration.ofSeconds(60);

    private final Terminal terminal;
    private final BatchSender sender;
    private final Batches batches;
    private final int connections;

    /** @param http with enough patience for a batch to be answered, see {@link #ANSWER_WITHIN} */
    public Push(Terminal terminal, Http http, URI ingest, String model, PushSettings settings) {
        this(terminal, http, ingest, model, settings, Pause.real());
    }

    Push(Terminal terminal, Http http, URI ingest, String model, PushSettings settings, Pause pause) {
        this.terminal = terminal;
        this.sender = new BatchSender(
                http,
                ModelUri.of(ingest, model, "images/batch"),
                new BatchRequest(settings.golden()),
                pause,
                settings.patience());
        this.batches = settings.batches();
        this.connections = settings.connections();
    }

    public PushSummary send(ImageFolder folder) throws IOException {
        List<LabelledFile> images = folder.images();
        PushSummary summary = new PushSummary();
        ExecutorService pool = Executors.newFixedThreadPool(connections);
        try (Progress progress = terminal.progress("Sending images", "images", images.size())) {
            ExecutorCompletionService<List<Outcome>> sending = new ExecutorCompletionService<>(pool);
            List<List<LabelledFile>> planned = batches.of(images);
            planned.forEach(batch -> sending.submit(() -> sender.send(batch)));
            for (int i = 0; i < planned.size(); i++) {
                List<Outcome> outcomes = sending.take().get();
                summary.add(outcomes);
                progress.stepBy(outcomes.size());
            }
            return summary;
        } catch (ExecutionException e) {
            throw failure(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailure("interrupted", "Run the same command again: no image is doubled by it.", e);
        } finally {
            pool.shutdownNow();
        }
    }

    private static RuntimeException failure(ExecutionException e) {
        return e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
    }
}
