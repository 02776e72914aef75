package io.hone.trainer;

import io.hone.contracts.image.Split;
import io.hone.contracts.recipe.Recipe;
import io.hone.contracts.recipe.RecipeKeys;
import io.hone.contracts.settings.Settings;
import io.hone.feed.FeedSettings;
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
import io.hone.trainer.auto.Chooser;
import io.hone.trainer.candidate.CandidatePublisher;
import io.hone.trainer.head.HeadTraining;
import io.hone.trainer.images.FeedConfig;
import io.hone.trainer.metrics.TrainerMetrics;
import io.hone.trainer.plan.RunPlanner;
import io.hone.trainer.recipe.ChampionNetwork;
import io.hone.trainer.reproduction.Reproductions;
import io.hone.trainer.run.FedModels;
import io.hone.trainer.run.PlanTraining;
import io.hone.trainer.run.RunConfig;
import io.hone.trainer.run.RunExecution;
import io.hone.trainer.run.RunJournal;
import io.hone.trainer.run.RunThread;
import io.hone.trainer.run.RunWorker;
import io.hone.trainer.run.Runs;
import io.hone.trainer.run.WaitingImages;
import io.hone.trainer.trigger.DriftEvents;
import io.hone.trainer.trigger.TriggerConfig;
import io.hone.vision.classifier.Classifiers;
import io.hone.vision.classifier.DeviceChoice;
import io.hone.vision.linear.HeadFitter;
import io.hone.vision.store.ImageStore;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Puts the trainer together; its parts are plain Java and know nothing of the container. */
@ApplicationScoped
class TrainerParts {

    private static final URI SOURCE = URI.create("/hone/trainer");

    /** A broker that is away is asked again by whoever has something to tell, who can be told to stop meanwhile. */
    private static final Map<String, Object> SOON_TOLD = Map.of(
            ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 15_000,
            ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 10_000,
            ProducerConfig.MAX_BLOCK_MS_CONFIG, 10_000);

    private final Clock clock = Clock.systemUTC();
    private final Path data;
    private final DeviceChoice device;
    private final Map<String, String> software;

    /**
     * @param data where stores, journal, snapshots and downloads lie; may be lost, is then built up again
     * @param device what trains
     */
    TrainerParts(
            @ConfigProperty(name = "hone.data", defaultValue = "data") Path data,
            @ConfigProperty(name = "hone.device", defaultValue = "auto") String device,
            @ConfigProperty(name = "quarkus.application.version") String version) {
        this.data = data;
        this.device = DeviceChoice.parse(device);
        this.software = Software.versions(version);
    }

    @Produces
    @Singleton
    TrainerMetrics metrics(MeterRegistry meters) {
        return new TrainerMetrics(meters);
    }

    @Produces
    @Singleton
    Classifiers classifiers() {
        return new Classifiers(device);
    }

    @Produces
    @Singleton
    EventSender events(KafkaClients kafka) {
        return new EventSender(kafka.producer(SOON_TOLD), SOURCE);
    }

    @Produces
    @Singleton
    FedModels models() {
        return new FedModels();
    }

    @Produces
    @Singleton
    RunThread thread(FedModels models) {
        return new RunThread(models);
    }

    @Produces
    @Singleton
    LayeredSettings<Recipe> recipes(ModelRegistry registry, Config config) {
        Settings trainer = ConfiguredSettings.of(config, RecipeKeys.CATALOGUE);
        return new LayeredSettings<>(RecipeKeys.CATALOGUE, registry.recipes(), trainer, clock);
    }

    @Produces
    @Singleton
    ChampionNetwork network(ModelRegistry registry) {
        return new ChampionNetwork(registry, RunExecution.bases(data));
    }

    @Produces
    @Singleton
    WaitingImages waiting(FedModels models, ModelRegistry registry) {
        return new WaitingImages(models, registry, clock);
    }

    private PlanTraining training(Classifiers classifiers, RunConfig config, Path features) {
        var headTraining = new HeadTraining(classifiers, new HeadFitter(device), features, clock);
        var chooser = new Chooser(classifiers, headTraining, clock);
        return new PlanTraining(classifiers, headTraining, chooser, config.checkedSnapshotEvery(), clock);
    }

    @Produces
    @Singleton
    DriftEvents drifts(KafkaClients kafka) {
        return new DriftEvents(kafka);
    }

    @Produces
    @Singleton
    Runs runs(
            LayeredSettings<Recipe> recipes,
            TriggerConfig triggers,
            DriftEvents drifts,
            FedModels models,
            ModelRegistry registry,
            Classifiers classifiers,
            RunConfig config,
            EventSender events,
            TrainerMetrics metrics,
            RunThread thread) {
        var publisher = new CandidatePublisher(registry, events, software, clock);
        var training = training(classifiers, config, data.resolve("features"));
        var execution = new RunExecution(registry, training, publisher, events, data, clock);
        var journal = new RunJournal(data.resolve("runs"));
        return new Runs(
                models,
                registry,
                new RunPlanner(clock),
                recipes::of,
                triggers.rules(clock, drifts::of),
                journal,
                new RunWorker(journal, execution, events, metrics, clock),
                thread,
                clock);
    }

    @Produces
    @Singleton
    Reproductions reproductions(ModelRegistry registry, Runs runs, Classifiers classifiers, RunConfig config) {
        // Features that a run has left in the cache would prove nothing.
        Path directory = data.resolve("reproductions");
        var training = training(classifiers, config, directory.resolve("features"));
        return new Reproductions(registry, runs, training, directory, software, clock);
    }

    @Produces
    @Singleton
    ImageFeed<ImageStore> feed(
            FeedConfig config,
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            ModelRegistry registry,
            Buckets buckets,
            FedModels models) {
        return new ImageFeed<>(
                new FeedSettings(
                        config.group(),
                        Set.of(Split.TRAINING),
                        true,
                        data.resolve("images"),
                        true,
                        true,
                        config.retryAfter(),
                        config.topicRefresh()),
                SinkOpener.IMAGE_STORES,
                kafka,
                registry,
                buckets.images(),
                new ImageDecoder(new ImageLimits(config.maxImageBytes(), config.maxImagePixels())),
                models,
                clock);
    }
}
