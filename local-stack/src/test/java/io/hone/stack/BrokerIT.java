package io.hone.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrokerIT {
    @TempDir
    Path data;

    @Test
    void recordsSurviveKillAndRestart() {
        try (var broker = Broker.start(StackHome.find(), data, 0)) {
            // Given records that the broker acknowledged
            var topic = new TestTopic(broker.bootstrapServers(), "survivors");
            topic.create();
            topic.send("a", "b", "c");
            String address = broker.bootstrapServers();

            // When it is killed and started again
            broker.kill();
            broker.restart();

            // Then they are there, at the same address, and more can follow
            topic.send("d");
            assertThat(broker.bootstrapServers()).isEqualTo(address);
            assertThat(topic.read(4)).containsExactly("a", "b", "c", "d");
        }
    }

    @Test
    void everyCompressionThatTheClientOffersIsUnderstood() {
        // Given a topic that the broker itself recompresses, so that it has to read and write each format
        var shared = LocalStack.shared().broker();
        for (String compression : new String[] {"gzip", "snappy", "lz4", "zstd"}) {
            var topic = new TestTopic(shared.bootstrapServers(), "compressed-" + compression);
            topic.createWith("compression.type", "gzip".equals(compression) ? "lz4" : "gzip");

            // When
            topic.sendCompressed(compression, "a", "b");

            // Then
            assertThat(topic.read(2)).containsExactly("a", "b");
        }
    }

    @Test
    void aTopicDoesNotSpringUpByMereUse() {
        // Given
        String bootstrapServers = LocalStack.shared().broker().bootstrapServers();
        var nowhere = new TestTopic(bootstrapServers, "misspelt");

        // When
        var partitions = nowhere.partitions();

        // Then
        assertThat(partitions).isEmpty();
        assertThat(nowhere.exists()).isFalse();
    }

    @Test
    void aPortTakenMeanwhileIsReportedWithTheLog() throws Exception {
        // Given
        try (var taken = new ServerSocket(0)) {
            int port = taken.getLocalPort();

            // When / Then
            assertThatExceptionOfType(StackException.class)
                    .isThrownBy(() -> Broker.start(StackHome.find(), data, port))
                    .withMessageContaining("did not start on port " + port)
                    .withMessageContaining("Address already in use");
        }
    }
}
