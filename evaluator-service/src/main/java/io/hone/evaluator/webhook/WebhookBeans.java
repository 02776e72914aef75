package io.hone.evaluator.webhook;

import io.hone.platform.kafka.KafkaClients;
import io.hone.platform.settings.NamedVariables;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import org.eclipse.microprofile.config.Config;

/** Puts the webhooks together as they are set up; a setting that cannot be used stops the start. */
@Singleton
class WebhookBeans {

    @Produces
    @Singleton
    Webhooks webhooks(
            WebhookConfig config, DeliveryConfig delivery, KafkaClients kafka, MeterRegistry meters, Clock clock) {
        List<Endpoint> endpoints = config.endpoints().entrySet().stream()
                .map(endpoint -> Endpoint.of(endpoint.getKey(), endpoint.getValue()))
                .toList();
        return new Webhooks(
                endpoints, delivery.rule(), kafka, new DeadLetters(kafka), new WebhookMetrics(meters, clock), clock);
    }

    void check(@Observes StartupEvent event, Config all, WebhookConfig config) {
        NamedVariables.requireKnown(all, "hone.webhooks", config.endpoints().keySet(), WebhookConfig.Endpoint.class);
    }

    void start(@Observes StartupEvent event, Webhooks webhooks) {
        webhooks.start();
    }

    void stop(@Observes ShutdownEvent event, Webhooks webhooks) {
        webhooks.close();
    }
}
