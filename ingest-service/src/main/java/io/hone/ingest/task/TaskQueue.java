package io.hone.ingest.task;

import io.hone.contracts.Json;
import io.hone.contracts.Topics;
import io.hone.platform.kafka.BrokerAwayException;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Where tasks are safe until they are done. */
public final class TaskQueue {

    private final TaskTopics topics;
    private final SafeSender sender;
    private final TaskMetrics metrics;

    TaskQueue(TaskTopics topics, SafeSender sender, TaskMetrics metrics) {
        this.topics = topics;
        this.sender = sender;
        this.metrics = metrics;
    }

    /**
     * Returns when they are safe at the broker.
     *
     * @throws BrokerAwayException if they may not be
     */
    public void add(List<Task> tasks) {
        if (tasks.isEmpty()) {
            return;
        }
        if (!topics.areThere()) {
            throw new BrokerAwayException(
                    "the topics of the queue have not been made yet: Kafka has not answered", null);
        }
        sender.send(tasks.stream().map(TaskQueue::record).toList());
        tasks.forEach(metrics::accepted);
    }

    private static ProducerRecord<String, byte[]> record(Task task) {
        return new ProducerRecord<>(Topics.LABELLING_TASKS, task.key(), Json.write(task));
    }
}
