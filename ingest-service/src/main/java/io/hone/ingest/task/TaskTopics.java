package io.hone.ingest.task;

import io.hone.contracts.Topics;
import io.hone.platform.kafka.BrokerAwayException;
import io.hone.platform.kafka.KafkaClients;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes the queue's topics, of one partition, replicated as the broker is set up to. Those that are there stay. */
final class TaskTopics {

    private static final Logger LOG = LoggerFactory.getLogger(TaskTopics.class);
    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    /** Nobody leaves ingest away for as long as that. */
    private static final String KEPT = Long.toString(Duration.ofDays(30).toMillis());

    private final KafkaClients kafka;
    private volatile boolean there;

    TaskTopics(KafkaClients kafka) {
        this.kafka = kafka;
    }

    private static List<NewTopic> topics() {
        return List.of(
                topic(Topics.LABELLING_TASKS, Map.of(TopicConfig.RETENTION_MS_CONFIG, KEPT)),
                topic(
                        Topics.LABELLING_SETBACKS,
                        Map.of(
                                TopicConfig.CLEANUP_POLICY_CONFIG,
                                TopicConfig.CLEANUP_POLICY_COMPACT + "," + TopicConfig.CLEANUP_POLICY_DELETE,
                                TopicConfig.RETENTION_MS_CONFIG,
                                KEPT)));
    }

    private static NewTopic topic(String name, Map<String, String> config) {
        return new NewTopic(name, Optional.of(1), Optional.empty()).configs(config);
    }

    /** @throws BrokerAwayException if that was not done in time */
    void create() {
        try (Admin admin = kafka.admin(Map.of())) {
            admin.createTopics(topics()).values().forEach(TaskTopics::await);
        }
        there = true;
    }

    /** Whether they are known to be there: a broker might make missing ones itself, and not as they must be. */
    boolean areThere() {
        return there;
    }

    private static void await(String topic, KafkaFuture<Void> creation) {
        try {
            creation.get(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
            LOG.info("topic created: topic={}", topic);
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

    private static BrokerAwayException away(String topic, Throwable cause) {
        return new BrokerAwayException(
                "topic '%s' could not be created within %d s: %s"
                        .formatted(topic, TIMEOUT.toSeconds(), cause.getMessage()),
                cause);
    }
}
