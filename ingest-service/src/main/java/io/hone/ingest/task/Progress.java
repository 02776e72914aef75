package io.hone.ingest.task;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** Up to where all tasks are seen to, though they are worked on side by side. */
final class Progress {

    private final Map<TopicPartition, TreeMap<Long, Boolean>> underWay = new HashMap<>();

    synchronized void begin(TopicPartition partition, long offset) {
        underWay.computeIfAbsent(partition, none -> new TreeMap<>()).put(offset, false);
    }

    /** Does nothing for a partition that was given away meanwhile. */
    synchronized void end(TopicPartition partition, long offset) {
        TreeMap<Long, Boolean> offsets = underWay.get(partition);
        if (offsets != null) {
            offsets.computeIfPresent(offset, (same, begun) -> true);
        }
    }

    /** What to commit now; told once. */
    synchronized Map<TopicPartition, OffsetAndMetadata> take() {
        Map<TopicPartition, OffsetAndMetadata> done = new HashMap<>();
        underWay.forEach((partition, offsets) -> {
            while (!offsets.isEmpty() && offsets.firstEntry().getValue()) {
                done.put(
                        partition,
                        new OffsetAndMetadata(offsets.pollFirstEntry().getKey() + 1));
            }
        });
        return done;
    }

    synchronized void forget(Collection<TopicPartition> partitions) {
        underWay.keySet().removeAll(partitions);
    }
}
