package io.hone.evaluator.drift;

import io.hone.contracts.model.ModelName;
import io.hone.feed.FeedSettings;
import io.hone.feed.ImageFeed;
import io.hone.images.ImageDecoder;
import io.hone.platform.kafka.EventSender;
import io.hone.registry.ModelRegistry;
import io.hone.registry.store.ObjectStore;
import io.hone.registry.version.Manifest;
import io.hone.vision.classifier.Classifier;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Tests, then lets train: each newly labelled image is predicted by the newest champion that was trained on nothing that
 * came in with it or later. So its running accuracy is one that no training has seen, and tells when the world changes,
 * or a promotion was a mistake.
 */
public final class DriftWatch implements AutoCloseable {

    private final LoadedVersions versions;
    private final DriftWorker worker;
    private final ImageFeed<IncomingLabels> feed;
    private final DriftMetrics metrics;

    /**
     * @param settings of a model, asked anew for each batch
     * @param feedSettings of a consumer group of its own, with all splits
     * @param kafka client settings: addresses, security
     * @param images the bucket that large images lie in
     * @param loader brings a version to where it can answer; what it gives is closed here
     */
    public DriftWatch(
            Function<ModelName, DriftSettings> settings,
            int batchSize,
            FeedSettings feedSettings,
            Map<String, Object> kafka,
            ModelRegistry registry,
            ObjectStore images,
            ImageDecoder decoder,
            Function<Manifest, Classifier> loader,
            EventSender events,
            Rollbacks rollbacks,
            DriftMetrics metrics,
            Clock clock) {
        this.versions = new LoadedVersions(loader);
        this.metrics = metrics;
        Consequences consequences = new Consequences(events, rollbacks, metrics, feedSettings.retryAfter(), clock);
        LabelStudy study =
                new LabelStudy(registry, new Examiner(versions), batchSize, settings, consequences, metrics, clock);
        this.worker = new DriftWorker(study, feedSettings.retryAfter(), clock);
        this.feed = new ImageFeed<>(
                feedSettings,
                (model, directory, preprocessing) -> IncomingLabels.open(model, directory),
                kafka,
                registry,
                images,
                decoder,
                worker,
                clock);
    }

    public void start() {
        metrics.watch(worker::state, feed::lag);
        worker.start();
        feed.start();
    }

    /** False once one of its threads has ended. */
    public boolean isRunning() {
        return worker.isRunning() && feed.isRunning();
    }

    /** Empty while the model is not this evaluator's. */
    public Optional<DriftView> view(ModelName model) {
        return worker.state(model).map(state -> DriftView.of(model, state));
    }

    /** What is under way is finished; what waits is read again by whoever comes next. */
    @Override
    public void close() {
        worker.close();
        feed.close();
        if (!worker.isRunning()) {
            versions.close();
        }
    }
}
