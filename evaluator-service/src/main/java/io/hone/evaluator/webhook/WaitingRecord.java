package io.hone.evaluator.webhook;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** A record whose turn has come or is to come. */
final class WaitingRecord {

    private final ConsumerRecord<String, byte[]> consumed;
    private final Optional<WebhookEvent> event;
    private int attempts;
    private int refusals;
    private Instant due = Instant.MIN;

    /** @param event empty when nobody is to be told of the record */
    WaitingRecord(ConsumerRecord<String, byte[]> consumed, Optional<WebhookEvent> event) {
        this.consumed = consumed;
        this.event = event;
    }

    TopicPartition partition() {
        return new TopicPartition(consumed.topic(), consumed.partition());
    }

    long offset() {
        return consumed.offset();
    }

    Optional<WebhookEvent> event() {
        return event;
    }

    int attempts() {
        return attempts;
    }

    /** How many attempts in a row the endpoint has refused. */
    int refusals() {
        return refusals;
    }

    void attempted(Attempt attempt) {
        attempts++;
        refusals = attempt instanceof Attempt.Failed failed && failed.isRefused() ? refusals + 1 : 0;
    }

    void postpone(Instant now, Duration pause) {
        due = now.plus(pause);
    }

    /** Not negative. */
    Duration untilDue(Instant now) {
        return due.isAfter(now) ? Duration.between(now, due) : Duration.ZERO;
    }

    /** The same record has the same: written twice, it is one letter. */
    String letterId(Endpoint endpoint) {
        return "%s-%s-%d-%d".formatted(endpoint.name(), consumed.topic(), consumed.partition(), consumed.offset());
    }
}
