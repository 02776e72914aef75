package io.hone.ingest.task;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The setbacks that this process sees to: those that wait, by the time they are due, and of the dead only who they are.
 * Everything in it lies in the topic as well.
 */
final class SetbackBook {

    /** More than that, and something is wrong that taking in more tasks would not mend. */
    static final int MOST_WAITING = 10_000;

    private static final int MOST_DEAD = 100_000;
    private static final Duration READ_WITHIN = Duration.ofMinutes(2);
    private static final Comparator<Setback> BY_DUE = Comparator.<Setback, Instant>comparing(
                    setback -> setback.due().orElse(Instant.MAX))
            .thenComparing(Setback::key);

    private final SetbackTopic topic;
    private final Map<String, Setback> waiting = new HashMap<>();
    private final TreeSet<Setback> resting = new TreeSet<>(BY_DUE);
    private final Set<String> dead = new HashSet<>();

    SetbackBook(SetbackTopic topic) {
        this.topic = topic;
    }

    /** Takes over what is known of these partitions of the tasks' topic, in place of all that was known. */
    void open(Set<Integer> partitions) {
        clear();
        if (!partitions.isEmpty()) {
            topic.read(
                    READ_WITHIN,
                    (key, setback) -> take(key, setback.filter(each -> partitions.contains(each.partition()))));
        }
    }

    private synchronized void clear() {
        waiting.clear();
        resting.clear();
        dead.clear();
    }

    private synchronized void take(String key, Optional<Setback> setback) {
        Optional.ofNullable(waiting.remove(key)).ifPresent(resting::remove);
        dead.remove(key);
        setback.ifPresent(each -> {
            if (!each.isDead()) {
                waiting.put(key, each);
                resting.add(each);
            } else if (dead.size() < MOST_DEAD) {
                dead.add(key);
            }
        });
    }

    /** Safe in the topic when it returns; in place of what was under its key. */
    void write(Setback setback) {
        topic.write(setback);
        take(setback.key(), Optional.of(setback));
    }

    /** What failed under this key, by an older task or this one, is no matter any more. */
    void done(String key) {
        if (isKnown(key)) {
            topic.remove(key);
            take(key, Optional.empty());
        }
    }

    /** Somebody has removed it from the topic. */
    void forget(String key) {
        take(key, Optional.empty());
    }

    private synchronized boolean isKnown(String key) {
        return waiting.containsKey(key) || dead.contains(key) || dead.size() == MOST_DEAD;
    }

    /** Those whose time has come, each told once. */
    synchronized List<Setback> due(Instant now, int most) {
        List<Setback> due = new ArrayList<>();
        while (due.size() < most
                && !resting.isEmpty()
                && !resting.first().due().orElse(Instant.MAX).isAfter(now)) {
            due.add(resting.pollFirst());
        }
        return due;
    }

    /** Whether nothing has taken its place. */
    synchronized boolean isCurrent(Setback setback) {
        return setback.equals(waiting.get(setback.key()));
    }

    synchronized boolean isFull() {
        return waiting.size() >= MOST_WAITING;
    }

    synchronized int waiting() {
        return waiting.size();
    }

    synchronized int dead() {
        return dead.size();
    }
}
