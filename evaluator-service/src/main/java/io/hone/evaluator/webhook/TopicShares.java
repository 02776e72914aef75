package io.hone.evaluator.webhook;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** Evaluators share an endpoint's topics out among them: what goes to another is not delivered here any more. */
final class TopicShares implements ConsumerRebalanceListener {

    private final Consumer<String, byte[]> consumer;
    private final Queue<WaitingRecord> waiting;

    TopicShares(Consumer<String, byte[]> consumer, Queue<WaitingRecord> waiting) {
        this.consumer = consumer;
        this.waiting = waiting;
    }

    /** An endpoint that is new hears of what comes from now on; that it began is written down before anything comes. */
    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
        Map<TopicPartition, OffsetAndMetadata> begun = consumer.committed(Set.copyOf(partitions));
        Map<TopicPartition, OffsetAndMetadata> beginnings = new HashMap<>();
        for (TopicPartition partition : partitions) {
            if (begun.get(partition) == null) {
                consumer.seekToEnd(Set.of(partition));
                beginnings.put(partition, new OffsetAndMetadata(consumer.position(partition)));
            }
        }
        if (!beginnings.isEmpty()) {
            consumer.commitSync(beginnings);
        }
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
        waiting.removeIf(each -> partitions.contains(each.partition()));
    }
}
