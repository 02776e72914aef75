package io.hone.evaluator.registration;

import io.hone.contracts.Topics;
import io.hone.contracts.model.ModelName;
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
import org.apache.kafka.clients.admin.CreateTopicsOptions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Topics at the broker, replicated as the broker is set up to. */
public final class KafkaModelTopics implements ModelTopics {

    private static final Logger LOG = LoggerFactory.getLogger(KafkaModelTopics.class);
    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final String FOR_EVER = "-1";

    /** Removals stay readable so long for stores that were away, then compaction may drop them. */
    private static final Duration REMOVALS_KEPT = Duration.ofDays(3650);

    private static final Duration DEAD_LETTERS_KEPT = Duration.ofDays(30);

    private final KafkaClients kafka;
    private final int maxRecordBytes;

    /** @param maxRecordBytes the largest record of a model's image topic */
    public KafkaModelTopics(KafkaClients kafka, int maxRecordBytes) {
        this.kafka = kafka;
        this.maxRecordBytes = maxRecordBytes;
    }

    @Override
    public void create(ModelName model) {
        try (Admin admin = kafka.admin(Map.of())) {
            CreateTopicsOptions options = new CreateTopicsOptions().timeoutMs((int) TIMEOUT.toMillis());
            Map<String, KafkaFuture<Void>> created =
                    admin.createTopics(topics(model), options).values();
            for (Map.Entry<String, KafkaFuture<Void>> topic : created.entrySet()) {
                await(topic.getKey(), topic.getValue());
            }
        }
    }

    private List<NewTopic> topics(ModelName model) {
        return List.of(
                topic(Topics.labelledImages(model), labelledImages()),
                topic(Topics.deadLetters(model), deadLetters()),
                topic(Topics.TRAINING_RUNS, Map.of()),
                topic(Topics.CANDIDATES, Map.of()),
                topic(Topics.VERDICTS, Map.of()),
                topic(Topics.DRIFT, Map.of()));
    }

    private static NewTopic topic(String name, Map<String, String> config) {
        return new NewTopic(name, Optional.of(1), Optional.empty()).configs(config);
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
                "topic '%s' could not be created within %d s: %s; repeat the registration to complete it"
                        .formatted(topic, TIMEOUT.toSeconds(), cause.getMessage()),
                cause);
    }
}
