package io.hone.trainer;

import io.hone.contracts.image.Split;
import io.hone.feed.FeedSettings;
import io.hone.feed.ImageFeed;
import io.hone.images.ImageDecoder;
import io.hone.images.ImageLimits;
import io.hone.platform.bucket.Buckets;
import io.hone.platform.kafka.EventSender;
import io.hone.platform.kafka.KafkaClients;
import io.hone.registry.ModelRegistry;
import io.hone.trainer.candidate.CandidatePublisher;
import io.hone.trainer.finetune.RecipeConfig;
import io.hone.trainer.images.FeedConfig;
import io.hone.trainer.metrics.TrainerMetrics;
import io.hone.trainer.plan.RunPlanner;
import io.hone.trainer.run.FedModels;
import io.hone.trainer.run.RunExecution;
import io.hone.trainer.run.RunJournal;
import io.hone.trainer.run.RunThread;
import io.hone.trainer.run.RunWorker;
import io.hone.trainer.run.Runs;
import io.hone.trainer.trigger.TriggerConfig;
import io.hone.vision.classifier.Classifiers;
import io.hone.vision.classifier.DeviceChoice;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerConfig;
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

    /** @param data where stores, journal and downloads lie; may be lost, is then built up again */
    TrainerParts(@ConfigProperty(name = "hone.data", defaultValue = "data") Path data) {
        this.data = data;
    }

    @Produces
    @Singleton
    TrainerMetrics metrics(MeterRegistry meters) {
        return new TrainerMetrics(meters);
    }

    @Produces
    @Singleton
    Classifiers classifiers(@ConfigProperty(name = "hone.device", defaultValue = "auto") String device) {
        return new Classifiers(DeviceChoice.parse(device));
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
    Runs runs(
            RecipeConfig recipe,
            TriggerConfig triggers,
            FedModels models,
            ModelRegistry registry,
            Classifiers classifiers,
            EventSender events,
            TrainerMetrics metrics,
            RunThread thread,
            @ConfigProperty(name = "quarkus.application.version") String version) {
        var publisher = new CandidatePublisher(registry, events, Software.versions(version), clock);
        var execution = new RunExecution(registry, classifiers, publisher, events, data, clock);
        var journal = new RunJournal(data.resolve("runs"));
        return new Runs(
                models,
                registry,
                new RunPlanner(clock),
                recipe.recipe(),
                triggers.rules(clock),
                journal,
                new RunWorker(journal, execution, events, metrics, clock),
                thread,
                clock);
    }

    @Produces
    @Singleton
    ImageFeed feed(
            FeedConfig config,
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            ModelRegistry registry,
            Buckets buckets,
            FedModels models) {
        return new ImageFeed(
                new FeedSettings(
                        config.group(),
                        Split.TRAINING,
                        data.resolve("images"),
                        true,
                        config.retryAfter(),
                        config.topicRefresh()),
                kafka,
                registry,
                buckets.images(),
                new ImageDecoder(new ImageLimits(config.maxImageBytes(), config.maxImagePixels())),
                models,
                clock);
    }
}
