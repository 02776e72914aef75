package io.hone.ingest.task;

import io.hone.contracts.Checks;
import java.time.Instant;
import java.util.Optional;

/**
 * A task that failed, as it lies in the topic {@code labelling-setbacks}.
 *
 * @param partition of the tasks' topic: who reads that sees to this as well
 * @param attempts made so far
 * @param reason why the last one failed
 * @param due when the next one is; absent when there is none any more, and the task is a dead letter
 */
public record Setback(Task task, int partition, int attempts, String reason, Instant failedAt, Optional<Instant> due) {

    private static final int LONGEST_REASON = 1_000;

    public Setback {
        Checks.present("task", task);
        Checks.atLeast("partition", partition, 0);
        Checks.atLeast("attempts", attempts, 1);
        Checks.present("reason", reason);
        reason = reason.length() > LONGEST_REASON ? reason.substring(0, LONGEST_REASON) + "…" : reason;
        Checks.present("failedAt", failedAt);
        Checks.present("due", due);
    }

    boolean isDead() {
        return due.isEmpty();
    }

    String key() {
        return task.key();
    }
}
