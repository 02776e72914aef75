package io.hone.evaluator.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TopicSharesTest {

    private static final TopicPartition CHAMPIONS = new TopicPartition("champions", 0);
    private static final TopicPartition VERDICTS = new TopicPartition("verdicts", 0);

    private final MockConsumer<String, byte[]> consumer = new MockConsumer<>("earliest");
    private final Queue<WaitingRecord> waiting = new ArrayDeque<>();
    private final TopicShares shares = new TopicShares(consumer, waiting);

    @AfterEach
    void close() {
        consumer.close();
    }

    private void assign() {
        consumer.assign(List.of(CHAMPIONS, VERDICTS));
        consumer.updateBeginningOffsets(Map.of(CHAMPIONS, 0L, VERDICTS, 0L));
        consumer.updateEndOffsets(Map.of(CHAMPIONS, 12L, VERDICTS, 0L));
    }

    @Test
    void aNewEndpointBeginsWhereTheTopicEndsAndThatIsWrittenDown() {
        // Given
        assign();

        // When
        shares.onPartitionsAssigned(List.of(CHAMPIONS, VERDICTS));

        // Then: an empty topic's first event must not be missed by a restart before it
        assertThat(consumer.committed(Set.of(CHAMPIONS, VERDICTS)))
                .isEqualTo(Map.of(CHAMPIONS, new OffsetAndMetadata(12), VERDICTS, new OffsetAndMetadata(0)));
        assertThat(consumer.position(CHAMPIONS)).isEqualTo(12);
    }

    @Test
    void whoHasBegunGoesOnWhereItWas() {
        // Given
        assign();
        consumer.commitSync(Map.of(CHAMPIONS, new OffsetAndMetadata(7), VERDICTS, new OffsetAndMetadata(0)));

        // When
        shares.onPartitionsAssigned(List.of(CHAMPIONS, VERDICTS));

        // Then
        assertThat(consumer.committed(Set.of(CHAMPIONS))).containsEntry(CHAMPIONS, new OffsetAndMetadata(7));
    }

    @Test
    void whatGoesToAnotherIsNotDeliveredHereAnyMore() {
        // Given
        WaitingRecord gone = waiting(CHAMPIONS);
        WaitingRecord stays = waiting(VERDICTS);
        waiting.addAll(List.of(gone, stays));

        // When
        shares.onPartitionsRevoked(List.of(CHAMPIONS));

        // Then
        assertThat(waiting).containsExactly(stays);
    }

    private static WaitingRecord waiting(TopicPartition of) {
        return new WaitingRecord(new ConsumerRecord<>(of.topic(), of.partition(), 3, "plants", null), Optional.empty());
    }
}
