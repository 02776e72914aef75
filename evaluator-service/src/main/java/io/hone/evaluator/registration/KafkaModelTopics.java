package io.hone.evaluator.registration;

import io.hone.contracts.Topics;
import io.hone.contracts.model.ModelName;
import io.hone.evaluator.topics.EventTopics;
import io.hone.platform.kafka.KafkaClients;
import io.hone.platform.kafka.KafkaTopics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;

/** A model's topics, and those that all models share. */
public final class KafkaModelTopics implements ModelTopics {

    private static final String FOR_EVER = "-1";

    /** Removals stay readable so long for stores that were away, then compaction may drop them. */
    private static final Duration REMOVALS_KEPT = Duration.ofDays(3650);

    private static final Duration DEAD_LETTERS_KEPT = Duration.ofDays(30);

    private final KafkaTopics topics;
    private final int maxRecordBytes;

    /** @param maxRecordBytes the largest record of a model's image topic */
    public KafkaModelTopics(KafkaClients kafka, int maxRecordBytes) {
        this.topics = new KafkaTopics(kafka);
        this.maxRecordBytes = maxRecordBytes;
    }

    @Override
    public void create(ModelName model) {
        List<NewTopic> wanted = new ArrayList<>(EventTopics.all());
        wanted.add(KafkaTopics.topic(Topics.labelledImages(model), labelledImages()));
        wanted.add(KafkaTopics.topic(Topics.deadLetters(model), deadLetters()));
        topics.create(wanted);
    }

    /** The dataset itself: the last entry of every image, for ever. */
    private Map<String, String> labelledImages() {
        return Map.of(
                TopicConfig.CLEANUP_POLICY_CONFIG,
                TopicConfig.CLEANUP_POLICY_COMPACT,
                TopicConfig.RETENTION_MS_CONFIG,
                FOR_EVER,
                TopicConfig.DELETE_RETENTION_MS_CONFIG,
                Long.toString(REMOVALS_KEPT.toMillis()),
                TopicConfig.MAX_MESSAGE_BYTES_CONFIG,
                Integer.toString(maxRecordBytes));
    }

    private Map<String, String> deadLetters() {
        return Map.of(
                TopicConfig.RETENTION_MS_CONFIG,
                Long.toString(DEAD_LETTERS_KEPT.toMillis()),
                TopicConfig.MAX_MESSAGE_BYTES_CONFIG,
                Integer.toString(2 * maxRecordBytes));
    }
}
