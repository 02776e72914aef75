package io.hone.evaluator.webhook;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** What Prometheus is told of webhooks. */
final class WebhookMetrics {

    private static final String PREFIX = "hone.evaluator.webhook.";
    private static final String ENDPOINT = "endpoint";

    private final MeterRegistry meters;
    private final Clock clock;
    private final Map<String, Optional<Instant>> waiting = new ConcurrentHashMap<>();

    WebhookMetrics(MeterRegistry meters, Clock clock) {
        this.meters = meters;
        this.clock = clock;
    }

    /** {@code hone_evaluator_webhook_attempts_total}, by outcome. */
    void attempted(Endpoint endpoint, Attempt attempt) {
        Counter.builder(PREFIX + "attempts")
                .description("Attempts to deliver an event")
                .tag(ENDPOINT, endpoint.name())
                .tag("outcome", attempt instanceof Attempt.Delivered ? "delivered" : "failed")
                .register(meters)
                .increment();
    }

    /** {@code hone_evaluator_webhook_dead_letters_total}. */
    void gaveUp(Endpoint endpoint) {
        Counter.builder(PREFIX + "dead.letters")
                .description("Events that an endpoint did not take in time")
                .tag(ENDPOINT, endpoint.name())
                .register(meters)
                .increment();
    }

    /** {@code hone_evaluator_webhook_waiting_seconds}: the age of the event whose turn it is; 0 when none waits. */
    void watch(Endpoint endpoint) {
        Gauge.builder(PREFIX + "waiting", () -> age(endpoint).toMillis() / 1000.0)
                .baseUnit("seconds")
                .tag(ENDPOINT, endpoint.name())
                .register(meters);
    }

    void waits(Endpoint endpoint, Instant told) {
        waiting.put(endpoint.name(), Optional.of(told));
    }

    void nothingWaits(Endpoint endpoint) {
        waiting.put(endpoint.name(), Optional.empty());
    }

    private Duration age(Endpoint endpoint) {
        return waiting.getOrDefault(endpoint.name(), Optional.empty())
                .map(told -> Duration.between(told, clock.instant()))
                .orElse(Duration.ZERO);
    }
}
