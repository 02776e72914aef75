package io.hone.ingest.task;

import io.hone.contracts.model.ModelName;
import io.hone.platform.kafka.BrokerAwayException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** What people see of failed tasks, and do about them; whichever process works the queue off. */
class Setbacks {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final SetbackTopic topic;
    private final SetbackBook book;
    private final TaskQueue queue;
    private final Clock clock;

    Setbacks(SetbackTopic topic, SetbackBook book, TaskQueue queue, Clock clock) {
        this.topic = topic;
        this.book = book;
        this.queue = queue;
        this.clock = clock;
    }

    /**
     * The newest, oldest of them first.
     *
     * @param most that are kept in memory, whatever the topic holds
     * @throws BrokerAwayException if the topic cannot be read
     */
    List<Setback> list(ModelName model, Predicate<Setback> wanted, int most) {
        Map<String, Setback> found = new LinkedHashMap<>();
        topic.read(PATIENCE, (key, setback) -> {
            // At its new place when it was written again
            found.remove(key);
            setback.filter(each -> each.task().model().equals(model))
                    .filter(wanted)
                    .ifPresent(each -> found.put(key, each));
            if (found.size() > most) {
                found.remove(found.keySet().iterator().next());
            }
        });
        return new ArrayList<>(found.values());
    }

    Optional<Setback> deadLetter(ModelName model, String id) {
        return list(model, each -> each.isDead() && each.task().id().equals(id), 1).stream()
                .findFirst();
    }

    /** It stays a dead letter until it is done. */
    void retry(List<Setback> letters) {
        queue.add(letters.stream()
                .map(letter -> letter.task().again(clock.instant()))
                .toList());
    }

    void forget(Setback letter) {
        topic.remove(letter.key());
        book.forget(letter.key());
    }
}
