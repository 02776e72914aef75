package io.hone.evaluator.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.hone.contracts.Json;
import io.hone.contracts.model.ModelName;
import java.time.Instant;

/**
 * A dead letter as people see it.
 *
 * @param webhookId the header {@code webhook-id} under which it was sent
 * @param told when the event was
 * @param reason why the last attempt failed
 * @param event the CloudEvent
 */
public record DeadLetterView(
        String id,
        String endpoint,
        String webhookId,
        String type,
        ModelName model,
        Instant told,
        Instant gaveUpAt,
        int attempts,
        String reason,
        JsonNode event) {

    static DeadLetterView of(DeadLetter letter) {
        return new DeadLetterView(
                letter.id(),
                letter.endpoint(),
                letter.webhookId(),
                letter.type(),
                letter.model(),
                letter.told(),
                letter.gaveUpAt(),
                letter.attempts(),
                letter.reason(),
                Json.read(letter.body().getBytes(UTF_8), JsonNode.class));
    }
}
