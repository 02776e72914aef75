package io.hone.evaluator.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.cloudevents.CloudEvent;
import io.cloudevents.jackson.JsonFormat;
import io.cloudevents.kafka.KafkaMessageFactory;
import io.cloudevents.rw.CloudEventRWException;
import io.hone.contracts.MalformedRecordException;
import io.hone.contracts.model.ModelName;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * One event as it goes out.
 *
 * @param id unique among all events; the same event told again has the same, so receivers can tell
 * @param type of the CloudEvent
 * @param told when it was
 * @param body the CloudEvent in structured mode, as JSON
 */
record WebhookEvent(String id, String type, ModelName model, Instant told, byte[] body) {

    static final String CONTENT_TYPE = JsonFormat.CONTENT_TYPE;

    /**
     * Whatever the event says: only its frame is looked at.
     *
     * @throws MalformedRecordException if it is no CloudEvent, or is not keyed by model
     */
    static WebhookEvent of(ConsumerRecord<String, byte[]> consumed) throws MalformedRecordException {
        try {
            CloudEvent event = KafkaMessageFactory.createReader(consumed).toEvent();
            // An id is unique among the events of one topic: a model may be named like another with an ending.
            return new WebhookEvent(
                    headerValue(consumed.topic() + "_" + event.getId()),
                    event.getType(),
                    new ModelName(consumed.key()),
                    Instant.ofEpochMilli(consumed.timestamp()),
                    new JsonFormat().serialize(event));
        } catch (CloudEventRWException | IllegalArgumentException | IllegalStateException | NullPointerException e) {
            throw new MalformedRecordException(String.valueOf(e.getMessage()), e);
        }
    }

    /** Anybody can write to a topic: what no header can hold is sent as %xx, so that it holds up nothing. */
    private static String headerValue(String id) {
        StringBuilder value = new StringBuilder();
        for (byte each : id.getBytes(UTF_8)) {
            boolean isVisible = each > ' ' && each < 0x7f;
            value.append(isVisible ? String.valueOf((char) each) : "%%%02X".formatted(each));
        }
        return value.toString();
    }
}
