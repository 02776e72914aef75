package io.hone.ingest.quarantine;

import static io.hone.platform.kafka.KafkaTopics.topic;

import io.hone.contracts.Topics;
import io.hone.contracts.model.ModelName;
import io.hone.platform.kafka.BrokerAwayException;
import io.hone.platform.kafka.KafkaClients;
import io.hone.platform.kafka.KafkaTopics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.config.TopicConfig;

/** Makes the topics of doubts. */
final class QuarantineTopics {

    /** Whoever reads anew after years must not find again what was decided long ago. */
    private static final Duration DECISIONS_KEPT = Duration.ofDays(3650);

    private final KafkaTopics topics;
    private final int maxRecordBytes;
    private final Set<ModelName> made = ConcurrentHashMap.newKeySet();

    /** @param maxRecordBytes the largest record that ingest writes */
    QuarantineTopics(KafkaClients kafka, int maxRecordBytes) {
        this.topics = new KafkaTopics(kafka);
        this.maxRecordBytes = maxRecordBytes;
    }

    /** @throws BrokerAwayException if that was not done in time */
    void createDoubts() {
        topics.create(List.of(topic(Topics.DOUBTS, Map.of())));
    }

    /**
     * Where a model's doubted images lie; asked of the broker once.
     *
     * @throws BrokerAwayException if that was not done in time
     */
    void create(ModelName model) {
        if (!made.contains(model)) {
            topics.create(List.of(topic(
                    Topics.quarantinedImages(model),
                    Map.of(
                            TopicConfig.CLEANUP_POLICY_CONFIG,
                            TopicConfig.CLEANUP_POLICY_COMPACT,
                            TopicConfig.RETENTION_MS_CONFIG,
                            "-1",
                            TopicConfig.DELETE_RETENTION_MS_CONFIG,
                            Long.toString(DECISIONS_KEPT.toMillis()),
                            TopicConfig.MAX_MESSAGE_BYTES_CONFIG,
                            Integer.toString(maxRecordBytes)))));
            made.add(model);
        }
    }
}
