package io.hone.ingest.task;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

/** What operators watch: whether what labelling tools tell is done. */
final class TaskMetrics {

    private static final String PREFIX = "hone.ingest.tasks.";

    private final MeterRegistry meters;

    TaskMetrics(MeterRegistry meters) {
        this.meters = meters;
    }

    /** {@code hone_ingest_tasks_waiting} and {@code hone_ingest_tasks_dead_letters}, of those that this process sees to. */
    void watch(SetbackBook book) {
        Gauge.builder(PREFIX + "waiting", book::waiting)
                .description("Tasks that failed and wait for their next attempt")
                .register(meters);
        Gauge.builder(PREFIX + "dead.letters", book::dead)
                .description("Tasks that were given up and neither done since nor forgotten")
                .register(meters);
    }

    /** {@code hone_ingest_tasks_accepted_total}. */
    void accepted(Task task) {
        count("accepted", "Tasks that are safe in the queue", task);
    }

    /** {@code hone_ingest_tasks_done_total}. */
    void done(Task task) {
        count("done", "Tasks that were done", task);
    }

    /** {@code hone_ingest_tasks_failed_total}: attempts, not tasks. */
    void failed(Task task) {
        count("failed", "Attempts at tasks that failed", task);
    }

    /** {@code hone_ingest_tasks_given_up_total}. */
    void gaveUp(Task task) {
        count("given.up", "Tasks that became dead letters", task);
    }

    private void count(String name, String description, Task task) {
        Counter.builder(PREFIX + name)
                .description(description)
                .tag("model", task.model().value())
                .tag("kind", task.kind())
                .register(meters)
                .increment();
    }
}
