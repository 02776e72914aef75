package io.hone.platform.kafka;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.CreateTopicsOptions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.TopicExistsException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Topics at the broker, of one partition, replicated as the broker is set up to. */
public final class KafkaTopics {

    private static final Logger LOG = LoggerFactory.getLogger(KafkaTopics.class);
    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    private final KafkaClients kafka;

    public KafkaTopics(KafkaClients kafka) {
        this.kafka = kafka;
    }

    public static NewTopic topic(String name, Map<String, String> config) {
        return new NewTopic(name, Optional.of(1), Optional.empty()).configs(config);
    }

    /**
     * Creates those that are missing, and leaves those that are there as they are.
     *
     * @throws BrokerAwayException if that was not done in time
     */
    public void create(Collection<NewTopic> topics) {
        try (Admin admin = kafka.admin(Map.of())) {
            CreateTopicsOptions options = new CreateTopicsOptions().timeoutMs((int) TIMEOUT.toMillis());
            Map<String, KafkaFuture<Void>> created =
                    admin.createTopics(topics, options).values();
            for (Map.Entry<String, KafkaFuture<Void>> topic : created.entrySet()) {
                await(topic.getKey(), topic.getValue());
            }
        }
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
                "topic '%s' could not be created within %d s: %s; try again to complete it"
                        .formatted(topic, TIMEOUT.toSeconds(), cause.getMessage()),
                cause);
    }
}
