package io.hone.ingest.task;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What becomes of a task: done, to be tried again, or given up. When it returns, that is safe. */
final class Attempts {

    private static final Logger LOG = LoggerFactory.getLogger(Attempts.class);

    private final Map<String, TaskWorker> workers;
    private final SetbackBook book;
    private final RetryRule rule;
    private final TaskMetrics metrics;
    private final Clock clock;
    private final DoubleSupplier chance;

    /** @param chance 0 to 1, anew each time */
    Attempts(
            Collection<TaskWorker> workers,
            SetbackBook book,
            RetryRule rule,
            TaskMetrics metrics,
            Clock clock,
            DoubleSupplier chance) {
        this.workers = workers.stream().collect(Collectors.toMap(TaskWorker::kind, Function.identity()));
        this.book = book;
        this.rule = rule;
        this.metrics = metrics;
        this.clock = clock;
        this.chance = chance;
    }

    void first(Task task, int partition) {
        attempt(task, partition, 1);
    }

    void next(Setback setback) {
        if (book.isCurrent(setback)) {
            attempt(setback.task(), setback.partition(), setback.attempts() + 1);
        }
    }

    private void attempt(Task task, int partition, int attempts) {
        try {
            worker(task).work(task);
            book.done(task.key());
            metrics.done(task);
        } catch (UnusableTaskException e) {
            failed(task, partition, attempts, e, Optional.empty());
        } catch (RuntimeException | Error e) {
            if (Thread.currentThread().isInterrupted()) {
                throw e;
            }
            failed(task, partition, attempts, e, nextDue(task, attempts, e));
        }
    }

    private TaskWorker worker(Task task) throws UnusableTaskException {
        TaskWorker worker = workers.get(task.kind());
        if (worker == null) {
            throw new UnusableTaskException(
                    "nobody does tasks of kind '%s': was it written by a newer version?".formatted(task.kind()));
        }
        return worker;
    }

    private Optional<Instant> nextDue(Task task, int attempts, Throwable failure) {
        Instant now = clock.instant();
        if (rule.givesUp(task.received(), now)) {
            return Optional.empty();
        }
        Duration asked = failure instanceof TryAgainException later ? later.after() : Duration.ZERO;
        return Optional.of(now.plus(rule.pause(attempts, chance.getAsDouble(), asked)));
    }

    private void failed(Task task, int partition, int attempts, Throwable failure, Optional<Instant> due) {
        String reason = Optional.ofNullable(failure.getMessage())
                .orElse(failure.getClass().getSimpleName());
        metrics.failed(task);
        book.write(new Setback(task, partition, attempts, reason, clock.instant(), due));
        if (due.isPresent()) {
            LOG.warn(
                    "labelling task failed, tried again at {}: model={} task={} attempts={}: {}",
                    due.get(),
                    task.model(),
                    task.id(),
                    attempts,
                    reason);
        } else {
            metrics.gaveUp(task);
            LOG.error(
                    "labelling task given up, POST /v1/models/{}/feeds/dead-letters/{}/retry tries it again: model={} task={} attempts={}: {}",
                    task.model(),
                    task.id(),
                    task.model(),
                    task.id(),
                    attempts,
                    reason);
        }
    }
}
