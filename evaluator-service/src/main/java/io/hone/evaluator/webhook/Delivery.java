package io.hone.evaluator.webhook;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.DoubleSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What becomes of an event at one endpoint: attempt after attempt, until it is taken or too old. */
final class Delivery {

    private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);

    private final Endpoint endpoint;
    private final Sender sender;
    private final DeliveryRule rule;
    private final DeadLetters deadLetters;
    private final WebhookMetrics metrics;
    private final Clock clock;
    private final DoubleSupplier chance;

    /** @param chance 0 to 1, anew each time */
    Delivery(
            Endpoint endpoint,
            Sender sender,
            DeliveryRule rule,
            DeadLetters deadLetters,
            WebhookMetrics metrics,
            Clock clock,
            DoubleSupplier chance) {
        this.endpoint = endpoint;
        this.sender = sender;
        this.rule = rule;
        this.deadLetters = deadLetters;
        this.metrics = metrics;
        this.clock = clock;
        this.chance = chance;
    }

    /** @return whether nothing is left to do: it was taken, or lies among the dead letters */
    boolean attempt(WaitingRecord waiting) {
        return waiting.event().isEmpty() || attempt(waiting, waiting.event().get());
    }

    private boolean attempt(WaitingRecord waiting, WebhookEvent event) {
        Attempt attempt = sender.send(endpoint, event);
        waiting.attempted(attempt);
        metrics.attempted(endpoint, attempt);
        if (attempt instanceof Attempt.Failed failed) {
            return failed(waiting, event, failed);
        }
        LOG.info("webhook delivered: endpoint={} event={}", endpoint.name(), event.id());
        return true;
    }

    private boolean failed(WaitingRecord waiting, WebhookEvent event, Attempt.Failed failed) {
        Instant now = clock.instant();
        if (rule.givesUp(event.told(), now, waiting.refusals())) {
            giveUp(waiting, event, failed, now);
            return true;
        }
        double drawn = chance.getAsDouble();
        Duration pause =
                rule.pause(waiting.attempts(), drawn, failed.retryAfter().orElse(Duration.ZERO));
        waiting.postpone(now, pause);
        LOG.warn(
                "webhook not delivered, tried again in {}: endpoint={} event={} attempts={}: {}",
                pause,
                endpoint.name(),
                event.id(),
                waiting.attempts(),
                failed.reason());
        return false;
    }

    private void giveUp(WaitingRecord waiting, WebhookEvent event, Attempt.Failed failed, Instant now) {
        String id = waiting.letterId(endpoint);
        deadLetters.write(DeadLetter.of(id, endpoint, event, now, waiting.attempts(), failed.reason()));
        metrics.gaveUp(endpoint);
        LOG.error(
                "webhook given up, POST /v1/webhooks/dead-letters/{}/redeliver sends it again: endpoint={} event={} attempts={}: {}",
                id,
                endpoint.name(),
                event.id(),
                waiting.attempts(),
                failed.reason());
    }
}
