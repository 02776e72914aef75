package io.hone.contracts.event;

import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.kafka.KafkaMessageFactory;
import io.cloudevents.rw.CloudEventRWException;
import io.hone.contracts.HoneEvent;
import io.hone.contracts.Json;
import io.hone.contracts.MalformedRecordException;
import io.hone.contracts.Topics;
import io.hone.contracts.champion.ChampionMoved;
import io.hone.contracts.doubt.LabelDoubted;
import io.hone.contracts.drift.DriftDetected;
import io.hone.contracts.run.Candidate;
import io.hone.contracts.run.RunEvent;
import io.hone.contracts.verdict.Verdict;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.ZoneOffset;
import java.util.Arrays;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Events as Kafka records: CloudEvents 1.0 in Kafka binary mode, data as JSON, keyed by model so that one model's events
 * keep their order.
 */
public final class EventRecords {

    private static final String JSON = "application/json";

    private enum Kind {
        RUN_STARTED("io.hone.run.started.v1", Topics.TRAINING_RUNS, RunEvent.Started.class),
        RUN_PROGRESS("io.hone.run.progress.v1", Topics.TRAINING_RUNS, RunEvent.Progress.class),
        RUN_FINISHED("io.hone.run.finished.v1", Topics.TRAINING_RUNS, RunEvent.Finished.class),
        RUN_FAILED("io.hone.run.failed.v1", Topics.TRAINING_RUNS, RunEvent.Failed.class),
        CANDIDATE("io.hone.candidate.published.v1", Topics.CANDIDATES, Candidate.class),
        VERDICT("io.hone.verdict.reached.v1", Topics.VERDICTS, Verdict.class),
        CHAMPION_MOVED("io.hone.champion.moved.v1", Topics.CHAMPIONS, ChampionMoved.class),
        DRIFT("io.hone.drift.detected.v1", Topics.DRIFT, DriftDetected.class),
        LABEL_DOUBTED("io.hone.label.doubted.v1", Topics.DOUBTS, LabelDoubted.class);

        private final String type;
        private final String topic;
        private final Class<? extends HoneEvent> data;

        Kind(String type, String topic, Class<? extends HoneEvent> data) {
            this.type = type;
            this.topic = topic;
            this.data = data;
        }

        static Kind of(HoneEvent event) {
            return Arrays.stream(values())
                    .filter(kind -> kind.data.isInstance(event))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("no event type for " + event.getClass()));
        }

        static Kind of(String type) throws MalformedRecordException {
            return Arrays.stream(values())
                    .filter(kind -> kind.type.equals(type))
                    .findFirst()
                    .orElseThrow(
                            () -> new MalformedRecordException("ce_type is '%s', which is unknown".formatted(type)));
        }
    }

    private EventRecords() {}

    /**
     * @param source the service that tells it
     * @param eventId unique among the events of {@code source}; the same id again marks a repetition
     */
    public static ProducerRecord<String, byte[]> write(HoneEvent event, URI source, String eventId) {
        Kind kind = Kind.of(event);
        CloudEvent cloudEvent = CloudEventBuilder.v1()
                .withType(kind.type)
                .withSource(source)
                .withId(eventId)
                .withTime(event.at().atOffset(ZoneOffset.UTC))
                .withData(JSON, Json.write(event))
                .build();
        return KafkaMessageFactory.<String>createWriter(
                        kind.topic, null, event.model().value())
                .writeBinary(cloudEvent);
    }

    /** @throws MalformedRecordException if the record does not follow the contract */
    public static HoneEvent read(ConsumerRecord<String, byte[]> consumed) throws MalformedRecordException {
        if (consumed.value() == null) {
            throw new MalformedRecordException("record value is missing, must be JSON");
        }
        try {
            CloudEvent event = KafkaMessageFactory.createReader(consumed).toEvent();
            return Json.read(consumed.value(), Kind.of(event.getType()).data);
        } catch (CloudEventRWException | UncheckedIOException | IllegalStateException | NullPointerException e) {
            throw new MalformedRecordException(String.valueOf(e.getMessage()), e);
        }
    }
}
