package io.hone.evaluator.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.hone.contracts.Checks;
import io.hone.contracts.model.ModelName;
import java.time.Instant;

/**
 * An event that an endpoint did not take, as it lies in the topic {@code webhook-dead-letters}.
 *
 * @param id of the letter
 * @param told when the event was
 * @param reason why the last attempt failed
 * @param body the CloudEvent in structured mode, as it was sent
 */
record DeadLetter(
        String id,
        String endpoint,
        String webhookId,
        String type,
        ModelName model,
        Instant told,
        Instant gaveUpAt,
        int attempts,
        String reason,
        String body) {

    DeadLetter {
        Checks.line("id", id, 500);
        Checks.present("endpoint", endpoint);
        Checks.present("webhookId", webhookId);
        Checks.present("type", type);
        Checks.present("model", model);
        Checks.present("told", told);
        Checks.present("gaveUpAt", gaveUpAt);
        Checks.atLeast("attempts", attempts, 1);
        Checks.present("reason", reason);
        Checks.present("body", body);
    }

    static DeadLetter of(
            String id, Endpoint endpoint, WebhookEvent event, Instant gaveUpAt, int attempts, String reason) {
        return new DeadLetter(
                id,
                endpoint.name(),
                event.id(),
                event.type(),
                event.model(),
                event.told(),
                gaveUpAt,
                attempts,
                reason,
                new String(event.body(), UTF_8));
    }

    WebhookEvent event() {
        return new WebhookEvent(webhookId, type, model, told, body.getBytes(UTF_8));
    }
}
