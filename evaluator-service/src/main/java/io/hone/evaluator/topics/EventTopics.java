package io.hone.evaluator.topics;

import static io.hone.platform.kafka.KafkaTopics.topic;

import io.hone.contracts.Topics;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.NewTopic;

/** What the services tell each other, for all models. */
public final class EventTopics {

    private EventTopics() {}

    public static List<NewTopic> all() {
        return List.of(
                topic(Topics.TRAINING_RUNS, Map.of()),
                topic(Topics.CANDIDATES, Map.of()),
                topic(Topics.VERDICTS, Map.of()),
                topic(Topics.CHAMPIONS, Map.of()),
                topic(Topics.DRIFT, Map.of()),
                topic(Topics.DOUBTS, Map.of()));
    }
}
