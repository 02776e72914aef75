package io.hone.evaluator.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import io.hone.contracts.Json;
import io.hone.contracts.Topics;
import io.hone.contracts.model.ModelName;
import io.hone.evaluator.Manifests;
import io.hone.platform.kafka.BrokerAwayException;
import io.hone.platform.kafka.KafkaClients;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;

class DeadLettersTest {

    private static final TopicPartition PARTITION = new TopicPartition(Topics.WEBHOOK_DEAD_LETTERS, 0);

    private final DeadLetter letter = new DeadLetter(
            "ops-champions-0-42",
            "ops",
            "champions_plants-champion-1",
            "io.hone.champion.moved.v1",
            new ModelName("plants"),
            Manifests.NOW,
            Manifests.NOW,
            5,
            "status 404",
            "{}");

    @Test
    void aBrokerThatIsAwayIsToldInTime() throws IOException {
        // Given: nobody answers there
        int port;
        try (ServerSocket unused = new ServerSocket(0)) {
            port = unused.getLocalPort();
        }
        KafkaClients nobody = new KafkaClients(Map.of("bootstrap.servers", "127.0.0.1:" + port));
        try (DeadLetters letters = new DeadLetters(nobody)) {
            // When, then
            assertTimeout(Duration.ofSeconds(30), () -> {
                assertThatThrownBy(letters::list).isInstanceOf(BrokerAwayException.class);
                assertThatThrownBy(() -> letters.remove(letter))
                        .isInstanceOf(BrokerAwayException.class)
                        .hasMessageStartingWith(
                                "the dead letter ops-champions-0-42 was taken by its endpoint, and could not be removed");
            });
        }
    }

    @Test
    void aBrokerThatGoesAwayMeanwhileIsNotWaitedForWithoutEnd() {
        // Given: one record of two arrives
        try (MockConsumer<String, byte[]> consumer = consumer(2)) {
            consumer.schedulePollTask(() -> consumer.addRecord(record(0, letter.id(), Json.write(letter))));

            // When, then
            assertThatThrownBy(() -> DeadLetters.read(consumer, Duration.ofMillis(200)))
                    .isInstanceOf(TimeoutException.class)
                    .hasMessage("read up to offset 1 of 2");
        }
    }

    @Test
    void whatIsNoLetterIsPassedOver() {
        // Given
        try (MockConsumer<String, byte[]> consumer = consumer(2)) {
            consumer.schedulePollTask(() -> {
                consumer.addRecord(record(0, "no letter", "nothing".getBytes(UTF_8)));
                consumer.addRecord(record(1, letter.id(), Json.write(letter)));
            });

            // When
            Map<String, DeadLetter> letters = DeadLetters.read(consumer, Duration.ofSeconds(10));

            // Then
            assertThat(letters.values()).containsExactly(letter);
        }
    }

    private static MockConsumer<String, byte[]> consumer(long end) {
        MockConsumer<String, byte[]> consumer = new MockConsumer<>("earliest");
        consumer.updateBeginningOffsets(Map.of(PARTITION, 0L));
        consumer.updateEndOffsets(Map.of(PARTITION, end));
        return consumer;
    }

    private static ConsumerRecord<String, byte[]> record(long offset, String key, byte[] value) {
        return new ConsumerRecord<>(Topics.WEBHOOK_DEAD_LETTERS, 0, offset, key, value);
    }
}
