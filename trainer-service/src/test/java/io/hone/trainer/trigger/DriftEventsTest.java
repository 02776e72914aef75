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
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TopicExistsException;
import org.junit.jupiter.api.Test;

class DriftEventsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final ModelName model = new ModelName("m" + UUID.randomUUID());
    private final KafkaClients kafka = new KafkaClients(
            Map.of("bootstrap.servers", LocalStack.shared().broker().bootstrapServers()));

    @Test
    void whatWasToldWhileNobodyListenedIsHeard() throws Exception {
        // Given: the topic, told out of order, with something in between that is no event
        createTopic();
        tell(700);
        tell(900);
        send(new ProducerRecord<>(Topics.DRIFT, model.value(), new byte[] {1}));
        tell(800);

        // When
        try (DriftEvents events = new DriftEvents(kafka)) {
            events.start();

            // Then
            await().atMost(PATIENCE).until(() -> events.of(model).size() == 3);
            assertThat(events.of(model)).extracting(DriftDetected::offset).containsExactly(700L, 900L, 800L);
            assertThat(events.of(new ModelName("other"))).isEmpty();
        }
    }

    @Test
    void whatIsToldLaterIsHeardToo() throws Exception {
        // Given: listening begins whether the topic is there or not
        try (DriftEvents events = new DriftEvents(kafka)) {
            events.start();

            // When
            createTopic();
            tell(5);

            // Then
            await().atMost(PATIENCE).until(() -> !events.of(model).isEmpty());
        }
    }

    @Test
    void theLastOfManyAreKept() throws Exception {
        // Given
        createTopic();
        int told = DriftEvents.KEPT + 3;
        for (int offset = 0; offset < told; offset++) {
            tell(offset);
        }

        // When
        try (DriftEvents events = new DriftEvents(kafka)) {
            events.start();

            // Then
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(events.of(model))
                    .hasSize(DriftEvents.KEPT)
                    .last()
                    .extracting(DriftDetected::offset)
                    .isEqualTo(told - 1L));
        }
    }

    /** It is shared by all models of the stack. */
    private void createTopic() throws Exception {
        try (Admin admin = kafka.admin(Map.of())) {
            admin.createTopics(List.of(new NewTopic(Topics.DRIFT, 1, (short) 1)))
                    .all()
                    .get();
        } catch (ExecutionException e) {
            assertThat(e).hasCauseInstanceOf(TopicExistsException.class);
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
