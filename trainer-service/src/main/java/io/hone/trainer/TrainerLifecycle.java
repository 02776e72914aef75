package io.hone.trainer;

import io.hone.contracts.model.ModelName;
import io.hone.feed.ImageFeed;
import io.hone.platform.kafka.EventSender;
import io.hone.trainer.metrics.TrainerMetrics;
import io.hone.trainer.run.FedModels;
import io.hone.trainer.run.NotFedHereException;
import io.hone.trainer.run.RunThread;
import io.hone.trainer.run.Runs;
import io.hone.trainer.run.WaitingImages;
import io.hone.trainer.trigger.DriftEvents;
import io.hone.vision.store.ImageStore;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.OptionalLong;
import java.util.function.ToDoubleFunction;

/** Starts what works by itself, and stops it: runs first, for they read the stores that the feed closes. */
@Singleton
class TrainerLifecycle {

    private final ImageFeed<ImageStore> feed;
    private final FedModels models;
    private final Runs runs;
    private final RunThread thread;
    private final DriftEvents drifts;
    private final EventSender events;
    private final TrainerMetrics metrics;
    private final WaitingImages waiting;

    TrainerLifecycle(
            ImageFeed<ImageStore> feed,
            FedModels models,
            Runs runs,
            RunThread thread,
            DriftEvents drifts,
            EventSender events,
            TrainerMetrics metrics,
            WaitingImages waiting) {
        this.feed = feed;
        this.models = models;
        this.runs = runs;
        this.thread = thread;
        this.drifts = drifts;
        this.events = events;
        this.metrics = metrics;
        this.waiting = waiting;
    }

    void start(@Observes StartupEvent event) {
        models.whenAssigned(this::watch);
        drifts.start();
        feed.start();
        thread.start(runs);
    }

    void stop(@Observes ShutdownEvent event) {
        thread.close();
        drifts.close();
        feed.close();
        events.close();
    }

    private void watch(ModelName model) {
        metrics.watch("store.size", "images", model, whileFed(name -> models.store(name)
                .count()));
        metrics.watch("new.images", "images", model, whileFed(runs::newImages));
        metrics.watch("waiting.images", "images", model, whileFed(waiting::count));
        metrics.watch("feed.lag", "records", model, this::lag);
    }

    private double lag(ModelName model) {
        OptionalLong lag = feed.lag(model);
        return lag.isPresent() ? lag.getAsLong() : Double.NaN;
    }

    private static ToDoubleFunction<ModelName> whileFed(ToDoubleFunction<ModelName> figure) {
        return model -> {
            try {
                return figure.applyAsDouble(model);
            } catch (NotFedHereException e) {
                return Double.NaN;
            }
        };
    }
}
