package io.hone.ingest.quarantine;

import io.hone.contracts.Topics;
import io.hone.contracts.model.ModelName;
import io.hone.platform.kafka.BrokerAwayException;
import io.hone.platform.kafka.KafkaClients;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes the topics of doubts, of one partition, replicated as the broker is set up to. Those that are there stay. */
final class QuarantineTopics {

    private static final Logger LOG = LoggerFactory.getLogger(QuarantineTopics.class);
    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    /** Whoever reads anew after years must not find again what was decided long ago. */
    private static final Duration DECISIONS_KEPT = Duration.ofDays(3650);

    private final KafkaClients kafka;
    private final int maxRecordBytes;
    private final Set<ModelName> made = ConcurrentHashMap.newKeySet();

    /** @param maxRecordBytes the largest record that ingest writes */
    QuarantineTopics(KafkaClients kafka, int maxRecordBytes) {
        this.kafka = kafka;
        this.maxRecordBytes = maxRecordBytes;
    }

    /** @throws BrokerAwayException if that was not done in time */
    void createDoubts() {
        create(topic(Topics.DOUBTS, Map.of()));
    }

    /**
     * Where a model's doubted images lie; asked of the broker once.
     *
     * @throws BrokerAwayException if that was not done in time
     */
    void create(ModelName model) {
        if (!made.contains(model)) {
            create(topic(
                    Topics.quarantinedImages(model),
                    Map.of(
                            TopicConfig.CLEANUP_POLICY_CONFIG,
                            TopicConfig.CLEANUP_POLICY_COMPACT,
                            TopicConfig.RETENTION_MS_CONFIG,
                            "-1",
                            TopicConfig.DELETE_RETENTION_MS_CONFIG,
                            Long.toString(DECISIONS_KEPT.toMillis()),
                            TopicConfig.MAX_MESSAGE_BYTES_CONFIG,
                            Integer.toString(maxRecordBytes))));
            made.add(model);
        }
    }

    private static NewTopic topic(String name, Map<String, String> config) {
        return new NewTopic(name, Optional.of(1), Optional.empty()).configs(config);
    }

    private void create(NewTopic topic) {
        try (Admin admin = kafka.admin(Map.of())) {
            admin.createTopics(List.of(topic)).all().get(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
            LOG.info("topic created: topic={}", topic.name());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw away(topic, e);
        } catch (TimeoutException e) {
            throw away(topic, e);
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw away(topic, e.getCause());
            }
        }
    }

    private static BrokerAwayException away(NewTopic topic, Throwable cause) {
        return new BrokerAwayException(
                "topic '%s' could not be created within %d s: %s"
                        .formatted(topic.name(), TIMEOUT.toSeconds(), cause.getMessage()),
                cause);
    }
}
