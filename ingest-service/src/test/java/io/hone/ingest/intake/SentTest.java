package io.hone.ingest.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hone.platform.kafka.BrokerAwayException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;

class SentTest {

    private static Sent failed(Exception reason) {
        return new Sent("labelled-images.plants", CompletableFuture.failedFuture(reason), Duration.ofSeconds(1));
    }

    @Test
    void aBrokerThatDoesNotAnswerIsAway() {
        // Given
        Sent sent = failed(new TimeoutException("expired"));

        // When, Then
        assertThat(sent.hasFailed()).isTrue();
        assertThatThrownBy(sent::await).isInstanceOf(BrokerAwayException.class).hasMessageContaining("expired");
    }

    @Test
    void whoComesAgainWaitsForTheSameRecord() {
        // Given a record that is on its way for longer than anybody waits
        CompletableFuture<RecordMetadata> acknowledgement = new CompletableFuture<>();
        Sent sent = new Sent("labelled-images.plants", acknowledgement, Duration.ZERO);
        assertThatThrownBy(sent::await).isInstanceOf(BrokerAwayException.class).hasMessageContaining("no answer yet");
        assertThat(sent.hasFailed()).isFalse();

        // When
        RecordMetadata written = new RecordMetadata(new TopicPartition("labelled-images.plants", 0), 7, 0, 0, 0, 0);
        acknowledgement.complete(written);

        // Then
        assertThat(sent.again().await()).isSameAs(written);
    }

    @Test
    void whatTheTopicNeverTakesIsNoOutage() {
        // Given
        Sent sent = failed(new RecordTooLargeException("3 MiB"));

        // When, Then
        assertThat(sent.hasFailed()).isTrue();
        assertThatThrownBy(sent::await)
                .isInstanceOf(LargerThanTopicException.class)
                .hasMessageContaining("labelled-images.plants")
                .hasMessageContaining("max.message.bytes");
    }
}
