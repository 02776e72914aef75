package io.hone.evaluator.operator;

import io.hone.evaluator.evaluation.EvaluationSettings;
import io.hone.evaluator.holdout.HoldOuts;
import io.hone.evaluator.metrics.EvaluatorMetrics;
import io.hone.evaluator.promotion.Aftermath;
import io.hone.evaluator.promotion.AftermathWorker;
import io.hone.evaluator.promotion.AuditedNews;
import io.hone.evaluator.promotion.KafkaChampionNews;
import io.hone.evaluator.promotion.LoadedVersionCheck;
import io.hone.evaluator.promotion.MoveListener;
import io.hone.evaluator.promotion.OperatorMoves;
import io.hone.evaluator.promotion.OperatorRejections;
import io.hone.evaluator.promotion.Promoter;
import io.hone.evaluator.promotion.Rollbacks;
import io.hone.evaluator.promotion.VersionCheck;
import io.hone.evaluator.topics.EventTopics;
import io.hone.platform.access.AuditLog;
import io.hone.platform.kafka.EventSender;
import io.hone.platform.kafka.KafkaClients;
import io.hone.platform.kafka.KafkaTopics;
import io.hone.registry.ModelRegistry;
import io.hone.vision.classifier.Classifiers;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Clock;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Puts together what moves the champion, and what tells everybody that it moved. */
@Singleton
class OperatorBeans {

    @Produces
    @Singleton
    VersionCheck check(ModelRegistry registry, Classifiers classifiers, @ConfigProperty(name = "hone.data") Path data) {
        return new LoadedVersionCheck(registry.versions(), classifiers, data.resolve("checked"));
    }

    /** What it tells the worker leads to the promoter, and so back here: the worker is looked up when it is needed. */
    @Produces
    @Singleton
    MoveListener listener(EvaluatorMetrics metrics, Provider<AftermathWorker> worker) {
        return entry -> {
            metrics.moved(entry);
            worker.get().nudge(entry.model());
        };
    }

    @Produces
    @Singleton
    OperatorMoves moves(ModelRegistry registry, VersionCheck check, MoveListener listener, Clock clock) {
        return new OperatorMoves(registry, check, listener, clock);
    }

    @Produces
    @Singleton
    Rollbacks rollbacks(ModelRegistry registry, VersionCheck check, MoveListener listener, Clock clock) {
        return new Rollbacks(registry, check, listener, clock);
    }

    @Produces
    @Singleton
    OperatorRejections rejections(ModelRegistry registry, AftermathWorker worker, Clock clock) {
        return new OperatorRejections(registry, worker::nudge, clock);
    }

    @Produces
    @Singleton
    AftermathWorker aftermath(
            ModelRegistry registry,
            Promoter promoter,
            EventSender events,
            EvaluatorMetrics metrics,
            AuditLog audit,
            KafkaClients kafka,
            HoldOuts holdOuts,
            EvaluationSettings settings) {
        return new AftermathWorker(
                new Aftermath(
                        registry, promoter, new AuditedNews(new KafkaChampionNews(events), audit), metrics::settled),
                () -> new KafkaTopics(kafka).create(EventTopics.all()),
                registry::models,
                holdOuts::models,
                settings.sweep());
    }

    void start(@Observes StartupEvent event, AftermathWorker worker) {
        worker.start();
    }

    void stop(@Observes ShutdownEvent event, AftermathWorker worker) {
        worker.close();
    }
}
