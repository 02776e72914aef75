package io.hone.ingest.record;

import io.hone.contracts.Topics;
import io.hone.contracts.model.ModelName;
import io.hone.platform.kafka.BrokerAwayException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/** Where models' topics end, as the broker says. */
public final class EndOffsets implements ToLongFunction<ModelName> {

    private final Admin admin;
    private final Duration patience;
    private final Function<ModelName, String> topics;

    public EndOffsets(Admin admin, Duration patience) {
        this(admin, patience, Topics::labelledImages);
    }

    /** @param topics of the models */
    public EndOffsets(Admin admin, Duration patience, Function<ModelName, String> topics) {
        this.topics = topics;
        this.admin = admin;
        this.patience = patience;
    }

    /** @throws BrokerAwayException if no broker says so in time, or there is no such topic */
    @Override
    public long applyAsLong(ModelName model) {
        TopicPartition partition = new TopicPartition(topics.apply(model), 0);
        try {
            return admin.listOffsets(Map.of(partition, OffsetSpec.latest()))
                    .partitionResult(partition)
                    .get(patience.toMillis(), TimeUnit.MILLISECONDS)
                    .offset();
        } catch (ExecutionException e) {
            throw away(partition, e.getCause());
        } catch (TimeoutException e) {
            throw away(partition, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw away(partition, e);
        }
    }

    private BrokerAwayException away(TopicPartition partition, Throwable cause) {
        return new BrokerAwayException(
                "no broker has said within %d s where topic '%s' ends (%s): Kafka is away, or the topic, which registration creates, is missing"
                        .formatted(patience.toSeconds(), partition.topic(), cause.getMessage()),
                cause);
    }
}
