package io.hone.evaluator.drift;

import io.hone.contracts.model.ModelName;
import io.hone.evaluator.drift.probation.ProbationOutcomes;
import io.hone.feed.FeedSettings;
import io.hone.feed.ImageFeed;
import io.hone.images.ImageDecoder;
import io.hone.platform.bucket.Buckets;
import io.hone.platform.kafka.EventSender;
import io.hone.registry.ModelRegistry;
import io.hone.registry.version.Manifest;
import io.hone.vision.classifier.Classifier;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/**
 * Tests, then lets train: each newly labelled image is predicted by the newest champion that was trained on nothing that
 * came in with it or later. So its running accuracy is one that no training has seen, and tells when the world changes,
 * or a promotion was a mistake.
 */
public final class DriftWatch implements AutoCloseable {

    /** Pauses before a broken version, which may be large, is downloaded again. */
    private static final int BROKEN_RESTS = 12;

    private final LoadedVersions versions;
    private final DriftWorker worker;
    private final ImageFeed<IncomingLabels> feed;
    private final DriftMetrics metrics;

    /**
     * @param settings of a model, asked anew for each batch
     * @param doubtConfidence from which on a model's champion doubts a label; empty for never
     * @param feedSettings of a consumer group of its own, with all splits
     * @param kafka client settings: addresses, security
     * @param buckets with the models, and with images too large for a record
     * @param loader brings a version to where it can answer; what it gives is closed here
     */
    public DriftWatch(
            Function<ModelName, DriftSettings> settings,
            Function<ModelName, OptionalDouble> doubtConfidence,
            int batchSize,
            FeedSettings feedSettings,
            Map<String, Object> kafka,
            ModelRegistry registry,
            Buckets buckets,
            ImageDecoder decoder,
            Function<Manifest, Classifier> loader,
            EventSender events,
            Rollbacks rollbacks,
            DriftMetrics metrics,
            Clock clock) {
        Duration retryAfter = feedSettings.retryAfter();
        this.versions = new LoadedVersions(loader, retryAfter.multipliedBy(BROKEN_RESTS), clock);
        this.metrics = metrics;
        ProbationOutcomes outcomes = new ProbationOutcomes(buckets.models());
        Consequences consequences = new Consequences(events, rollbacks, outcomes, metrics, retryAfter, clock);
        Doubts doubts = new Doubts(doubtConfidence, events, metrics, clock);
        LabelStudy study = new LabelStudy(
                registry, outcomes, new Examiner(versions), batchSize, settings, consequences, doubts, metrics, clock);
        this.worker = new DriftWorker(study, metrics, retryAfter, clock);
        LabelMemory memory = LabelMemory.ofHeap();
        this.feed = new ImageFeed<>(
                feedSettings,
                (model, directory, preprocessing) -> IncomingLabels.open(model, directory, memory),
                kafka,
                registry,
                buckets.images(),
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
        return worker.state(model).map(state -> DriftView.of(model, state, worker.waitsFor(model)));
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
