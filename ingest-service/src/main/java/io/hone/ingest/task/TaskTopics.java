package io.hone.ingest.task;

import static io.hone.platform.kafka.KafkaTopics.topic;

import io.hone.contracts.Topics;
import io.hone.platform.kafka.BrokerAwayException;
import io.hone.platform.kafka.KafkaClients;
import io.hone.platform.kafka.KafkaTopics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;

/** Makes the queue's topics. */
final class TaskTopics {

    /** Nobody leaves ingest away for as long as that. */
    private static final String KEPT = Long.toString(Duration.ofDays(30).toMillis());

    private static final NewTopic TASKS = topic(Topics.LABELLING_TASKS, Map.of(TopicConfig.RETENTION_MS_CONFIG, KEPT));

    private static final NewTopic SETBACKS = topic(
            Topics.LABELLING_SETBACKS,
            Map.of(
                    TopicConfig.CLEANUP_POLICY_CONFIG,
                    TopicConfig.CLEANUP_POLICY_COMPACT + "," + TopicConfig.CLEANUP_POLICY_DELETE,
                    TopicConfig.RETENTION_MS_CONFIG,
                    KEPT));

    private final KafkaTopics topics;
    private volatile boolean there;

    TaskTopics(KafkaClients kafka) {
        this.topics = new KafkaTopics(kafka);
    }

    /** @throws BrokerAwayException if that was not done in time */
    void create() {
        topics.create(List.of(TASKS, SETBACKS));
        there = true;
    }

    /** Whether they are known to be there: a broker might make missing ones itself, and not as they must be. */
    boolean areThere() {
        return there;
    }
}
