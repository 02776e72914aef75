package io.hone.examples;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Serves whichever version is champion: polls, downloads, loads, swaps. */
public final class ChampionFollower implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ChampionFollower.class);

    private final ChampionClient client;
    private final Loader loader;
    private final SwappingClassifier classifier;
    private final ScheduledThreadPoolExecutor thread =
            new ScheduledThreadPoolExecutor(1, task -> new Thread(task, "champion-follower"));
    private Optional<Champion> known;

    /** Brings a version to where it can answer. */
    @FunctionalInterface
    interface Loader {
        LoadedModel load(Champion champion) throws IOException;
    }

    /** Returns once the champion of this moment can answer. */
    public ChampionFollower(ChampionClient client, VersionFiles files) throws IOException, InterruptedException {
        this(client, champion -> files.with(champion, folder -> LoadedModel.load(champion.version(), folder)));
    }

    ChampionFollower(ChampionClient client, Loader loader) throws IOException, InterruptedException {
        this.client = client;
        this.loader = loader;
        this.known = client.ask(Optional.empty());
        this.classifier = new SwappingClassifier(loader.load(known.orElseThrow()));
    }

    public SwappingClassifier classifier() {
        return classifier;
    }

    public void follow(Duration interval) {
        var unused = thread.scheduleWithFixedDelay(
                this::lookAgain, interval.toMillis(), interval.toMillis(), TimeUnit.MILLISECONDS);
    }

    /**
     * Whatever goes wrong, the model before goes on answering, and it is looked again: native libraries throw errors too,
     * such as one for too little memory, and a task that throws is never run again.
     */
    private void lookAgain() {
        try {
            look();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception | Error e) {
            LOG.warn("still serving the version before: {}", e.getMessage(), e);
        }
    }

    /** Does nothing while the champion has not moved. */
    void look() throws IOException, InterruptedException {
        Optional<Champion> moved = client.ask(known);
        if (moved.isPresent()) {
            classifier.swap(loader.load(moved.get()));
            known = moved;
            LOG.info("serving version {}", moved.get().version());
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
        try {
            if (!thread.awaitTermination(30, TimeUnit.SECONDS)) {
                LOG.warn("a model is still being loaded");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        classifier.close();
    }
}
