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
import io.hone.trainer.finetune.RunPlanner;
import io.hone.trainer.metrics.TrainerMetrics;
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
import java.time.Clock;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Puts the trainer together; its parts are plain Java and know nothing of the container. */
@ApplicationScoped
class TrainerParts {

    private static final URI SOURCE = URI.create("/hone/trainer");

    private final Clock clock = Clock.systemUTC();

    @Produces
    @Singleton
    TrainerMetrics metrics(MeterRegistry meters) {
        return new TrainerMetrics(meters);
    }

    @Produces
    @Singleton
    Classifiers classifiers(TrainerConfig config) {
        return new Classifiers(DeviceChoice.parse(config.device()));
    }

    @Produces
    @Singleton
    EventSender events(KafkaClients kafka) {
        return new EventSender(kafka.producer(Map.of()), SOURCE);
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
            TrainerConfig config,
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
        var execution = new RunExecution(registry, classifiers, publisher, events, config.data(), clock);
        var journal = new RunJournal(config.data().resolve("runs"));
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
            TrainerConfig config,
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            ModelRegistry registry,
            Buckets buckets,
            FedModels models) {
        TrainerConfig.FeedConfig feed = config.feed();
        return new ImageFeed(
                new FeedSettings(
                        feed.group(),
                        Split.TRAINING,
                        config.data().resolve("images"),
                        true,
                        feed.retryAfter(),
                        feed.topicRefresh()),
                kafka,
                registry,
                buckets.images(),
                new ImageDecoder(new ImageLimits(Integer.MAX_VALUE, feed.maxImagePixels())),
                models,
                clock);
    }
}
