package io.hone.trainer.trigger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hone.contracts.Topics;
import io.hone.contracts.drift.DriftDetected;
import io.hone.contracts.event.EventRecords;
import io.hone.contracts.model.ModelName;
import io.hone.contracts.verdict.Finding;
import io.hone.platform.kafka.KafkaClients;
import io.hone.stack.LocalStack;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

class DriftEventsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final ModelName model = new ModelName("m" + UUID.randomUUID());
    private final KafkaClients kafka = new KafkaClients(
            Map.of("bootstrap.servers", LocalStack.shared().broker().bootstrapServers()));

    @Test
    void whatWasToldWhileNobodyListenedIsHeard() throws Exception {
        // Given: told out of order, with something in between that is no event
        tell(700);
        tell(900);
        send(new ProducerRecord<>(Topics.DRIFT, model.value(), new byte[] {1}));
        tell(800);

        // When
        try (DriftEvents events = new DriftEvents(kafka)) {
            events.start();

            // Then
            await().atMost(PATIENCE).until(() -> events.newest(model)
                    .filter(drift -> drift.offset() == 900)
                    .isPresent());
            assertThat(events.newest(new ModelName("other"))).isEmpty();
        }
    }

    @Test
    void whatIsToldLaterIsHeardToo() throws Exception {
        // Given
        try (DriftEvents events = new DriftEvents(kafka)) {
            events.start();

            // When
            tell(5);

            // Then
            await().atMost(PATIENCE).until(() -> events.newest(model).isPresent());
        }
    }

    private void tell(long offset) throws Exception {
        var drift = new DriftDetected(
                model,
                Instant.parse("2026-11-22T10:15:30Z"),
                offset,
                1,
                0.9,
                0.7,
                100,
                new Finding("accuracy-change", 0.2, 0.1, false, "less"));
        send(EventRecords.write(drift, URI.create("/test"), model + "-" + offset));
    }

    private void send(ProducerRecord<String, byte[]> told) throws Exception {
        try (var producer = kafka.producer(Map.of())) {
            producer.send(told).get();
        }
    }
}
