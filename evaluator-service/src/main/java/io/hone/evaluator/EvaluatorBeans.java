package io.hone.evaluator;

import io.hone.contracts.policy.Policy;
import io.hone.contracts.policy.PolicyKeys;
import io.hone.contracts.settings.Settings;
import io.hone.evaluator.console.ModelViews;
import io.hone.evaluator.drift.ChampionRollbacks;
import io.hone.evaluator.drift.DriftConfig;
import io.hone.evaluator.drift.DriftMetrics;
import io.hone.evaluator.drift.DriftSettings;
import io.hone.evaluator.drift.DriftWatch;
import io.hone.evaluator.evaluation.CandidateEvaluation;
import io.hone.evaluator.evaluation.CandidateNudges;
import io.hone.evaluator.evaluation.Comparer;
import io.hone.evaluator.evaluation.DownloadingLoader;
import io.hone.evaluator.evaluation.EvaluationSettings;
import io.hone.evaluator.evaluation.EvaluationWorker;
import io.hone.evaluator.evaluation.Judge;
import io.hone.evaluator.evaluation.KeptPredictions;
import io.hone.evaluator.evaluation.LoneExaminer;
import io.hone.evaluator.evaluation.NewestLabel;
import io.hone.evaluator.evaluation.PendingCandidates;
import io.hone.evaluator.evaluation.Sweep;
import io.hone.evaluator.evaluation.TopicNewestLabel;
import io.hone.evaluator.evaluation.VersionLoader;
import io.hone.evaluator.holdout.HoldOutSettings;
import io.hone.evaluator.holdout.HoldOuts;
import io.hone.evaluator.hygiene.ImageLists;
import io.hone.evaluator.hygiene.Inspector;
import io.hone.evaluator.metrics.EvaluatorMetrics;
import io.hone.evaluator.picture.VerdictPictures;
import io.hone.evaluator.policy.Backtest;
import io.hone.evaluator.promotion.KafkaVerdicts;
import io.hone.evaluator.promotion.MoveListener;
import io.hone.evaluator.promotion.Promoter;
import io.hone.evaluator.promotion.Rollbacks;
import io.hone.evaluator.registration.KafkaModelTopics;
import io.hone.evaluator.registration.Registration;
import io.hone.evaluator.registration.RegistrationSettings;
import io.hone.evaluator.registration.TorchScriptPreparation;
import io.hone.evaluator.registration.WorkFolders;
import io.hone.feed.ImageFeed;
import io.hone.feed.SinkOpener;
import io.hone.images.ImageDecoder;
import io.hone.images.ImageLimits;
import io.hone.platform.bucket.Buckets;
import io.hone.platform.kafka.EventSender;
import io.hone.platform.kafka.KafkaClients;
import io.hone.platform.settings.ConfiguredSettings;
import io.hone.platform.settings.LayeredSettings;
import io.hone.registry.ModelRegistry;
import io.hone.vision.classifier.Classifiers;
import io.hone.vision.classifier.DeviceChoice;
import io.hone.vision.store.ImageStore;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Puts the plain objects together; who is made of what can be read here. */
@Singleton
class EvaluatorBeans {

    private static final URI SOURCE = URI.create("/hone/evaluator");

    private final Path data;

    EvaluatorBeans(@ConfigProperty(name = "hone.data") Path data) {
        this.data = data;
    }

    @Produces
    @Singleton
    Clock clock() {
        return Clock.systemUTC();
    }

    @Produces
    @Singleton
    Classifiers classifiers(@ConfigProperty(name = "hone.device") String device) {
        return new Classifiers(DeviceChoice.parse(device));
    }

    @Produces
    @Singleton
    EvaluatorMetrics metrics(MeterRegistry meters) {
        return new EvaluatorMetrics(meters);
    }

    // --- Registration and console ---

    @Produces
    @Singleton
    Registration registration(
            ModelRegistry registry,
            Classifiers classifiers,
            KafkaClients kafka,
            RegistrationSettings settings,
            Clock clock,
            @ConfigProperty(name = "quarkus.application.version") String version) {
        return new Registration(
                registry,
                new TorchScriptPreparation(classifiers),
                new WorkFolders(data.resolve("registration")),
                new KafkaModelTopics(kafka, settings.maxRecordBytes()),
                clock,
                Map.of("hone", version));
    }

    @Produces
    @Singleton
    ModelViews views(ModelRegistry registry, HoldOuts holdOuts) {
        return new ModelViews(registry, holdOuts);
    }

    // --- Hold-out ---

    @Produces
    @Singleton
    HoldOuts holdOuts() {
        return new HoldOuts();
    }

    @Produces
    @Singleton
    ImageFeed<ImageStore> feed(
            HoldOutSettings settings,
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            ModelRegistry registry,
            Buckets buckets,
            HoldOuts holdOuts,
            Clock clock) {
        return new ImageFeed<>(
                settings.feed(data),
                SinkOpener.IMAGE_STORES,
                kafka,
                registry,
                buckets.images(),
                decoder(settings),
                holdOuts,
                clock);
    }

    private static ImageDecoder decoder(HoldOutSettings settings) {
        return new ImageDecoder(new ImageLimits(settings.maxImageBytes(), settings.maxImagePixels()));
    }

    // --- Incoming labels ---

    @Produces
    @Singleton
    DriftWatch drift(
            DriftConfig config,
            HoldOutSettings feed,
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            ModelRegistry registry,
            Buckets buckets,
            VersionLoader loader,
            EventSender events,
            Rollbacks rollbacks,
            LayeredSettings<Policy> policies,
            MeterRegistry meters,
            Clock clock) {
        DriftSettings settings = config.settings();
        return new DriftWatch(
                model -> settings,
                model -> policies.of(model).doubtConfidence(),
                config.checkedBatchSize(),
                config.feed(data, feed.retryAfter(), feed.topicRefresh()),
                kafka,
                registry,
                buckets,
                decoder(feed),
                loader::load,
                events,
                new ChampionRollbacks(rollbacks),
                new DriftMetrics(meters),
                clock);
    }

    // --- Policies ---

    @Produces
    @Singleton
    LayeredSettings<Policy> policies(ModelRegistry registry, Config config, Clock clock) {
        Settings evaluator = ConfiguredSettings.of(config, PolicyKeys.CATALOGUE);
        return new LayeredSettings<>(PolicyKeys.CATALOGUE, registry.policies(), evaluator, clock);
    }

    @Produces
    @Singleton
    Backtest backtest(ModelRegistry registry) {
        return new Backtest(registry);
    }

    // --- Evaluation and promotion ---

    @Produces
    @Singleton
    EventSender events(KafkaClients kafka) {
        return new EventSender(kafka.producer(Map.of()), SOURCE);
    }

    void close(@Disposes EventSender events) {
        events.close();
    }

    @Produces
    @Singleton
    Promoter promoter(ModelRegistry registry, EventSender events, MoveListener listener) {
        return new Promoter(registry, new KafkaVerdicts(events), listener);
    }

    @Produces
    @Singleton
    VersionLoader loader(ModelRegistry registry, Classifiers classifiers) {
        return new DownloadingLoader(registry.versions(), classifiers, data.resolve("models"));
    }

    @Produces
    @Singleton
    NewestLabel newestLabel(KafkaClients kafka) {
        return new TopicNewestLabel(kafka);
    }

    @Produces
    @Singleton
    CandidateEvaluation evaluation(
            ModelRegistry registry,
            VersionLoader loader,
            EvaluationSettings settings,
            LayeredSettings<Policy> policies,
            Promoter promoter,
            EvaluatorMetrics metrics,
            NewestLabel newestLabel,
            Clock clock) {
        KeptPredictions predictions = new KeptPredictions(data.resolve("predictions"), registry);
        Inspector inspector = new Inspector(registry, new ImageLists(registry.versions(), data.resolve("image-lists")));
        return new CandidateEvaluation(
                registry,
                new Comparer(
                        registry,
                        loader,
                        predictions,
                        inspector,
                        settings.batchSize(),
                        settings.latencyImages(),
                        metrics,
                        clock),
                new LoneExaminer(registry, loader, predictions, inspector, settings.batchSize(), metrics),
                new Judge(registry, policies::of, clock),
                promoter,
                new VerdictPictures(registry),
                loader,
                metrics,
                newestLabel);
    }

    @Produces
    @Singleton
    EvaluationWorker worker(
            ModelRegistry registry,
            HoldOuts holdOuts,
            CandidateEvaluation evaluation,
            EvaluationSettings settings,
            LayeredSettings<Policy> policies,
            EvaluatorMetrics metrics,
            Clock clock) {
        PendingCandidates pending = new PendingCandidates(registry, policies::of, clock);
        Sweep sweep = new Sweep(registry, holdOuts, pending, evaluation, metrics);
        return new EvaluationWorker(sweep, settings.sweep());
    }

    @Produces
    @Singleton
    CandidateNudges nudges(KafkaClients kafka, EvaluationWorker worker) {
        return new CandidateNudges(kafka, worker::nudge);
    }
}
