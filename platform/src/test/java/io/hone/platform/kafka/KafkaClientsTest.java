package io.hone.platform.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.config.ConfigException;
import org.junit.jupiter.api.Test;

class KafkaClientsTest {

    @Test
    void aMissingBrokerIsToldAtOnce() {
        assertThatThrownBy(() -> new KafkaClients(Map.of())).hasMessageContaining("set KAFKA_BOOTSTRAP_SERVERS");
    }

    @Test
    void settingsReachTheClientAndTheCallersComeOnTop() {
        // Given a setting that no client accepts, and a caller who replaces it
        KafkaClients kafka = new KafkaClients(Map.of("bootstrap.servers", "localhost:1", "linger.ms", "-1"));

        // When / Then
        assertThatThrownBy(() -> kafka.producer(Map.of()))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("linger.ms");
        try (Producer<String, byte[]> producer = kafka.producer(Map.of("linger.ms", 0))) {
            assertThat(producer).isNotNull();
        }
    }
}
