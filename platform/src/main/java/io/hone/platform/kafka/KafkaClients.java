package io.hone.platform.kafka;

import io.quarkus.runtime.Startup;
import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Kafka clients as Hone uses them: text keys, byte values. Every {@code kafka.*} property reaches each of them (security,
 * for one); what a caller asks for comes on top. Callers close what they opened.
 *
 * <p>Made at start-up, so that a configuration that cannot work is told at once.
 */
@Startup
@Singleton
public class KafkaClients {

    private final Map<String, Object> settings;

    /** @throws IllegalArgumentException if no broker is named */
    public KafkaClients(@Identifier("default-kafka-broker") Map<String, Object> settings) {
        this.settings = Map.copyOf(settings);
        if (bootstrapServers().isBlank()) {
            throw new IllegalArgumentException(
                    "kafka.bootstrap.servers is missing, must name a broker such as localhost:9092; set KAFKA_BOOTSTRAP_SERVERS");
        }
    }

    public String bootstrapServers() {
        return String.valueOf(settings.getOrDefault(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, ""));
    }

    /** A record is acknowledged when all in-sync replicas have it, and is never written twice. */
    public Producer<String, byte[]> producer(Map<String, Object> more) {
        Map<String, Object> merged = with(more);
        merged.put(ProducerConfig.ACKS_CONFIG, "all");
        merged.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        return new KafkaProducer<>(merged, new StringSerializer(), new ByteArraySerializer());
    }

    /** Offsets are kept with the data, not at the broker, and a topic is made by registration, never by a reader. */
    public Consumer<String, byte[]> consumer(Map<String, Object> more) {
        Map<String, Object> merged = with(more);
        merged.putIfAbsent(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        merged.putIfAbsent(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        return new KafkaConsumer<>(merged, new StringDeserializer(), new ByteArrayDeserializer());
    }

    public Admin admin(Map<String, Object> more) {
        return Admin.create(with(more));
    }

    private Map<String, Object> with(Map<String, Object> more) {
        Map<String, Object> merged = new HashMap<>(settings);
        merged.putAll(more);
        return merged;
    }
}
