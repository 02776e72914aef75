package io.hone.cli.place;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A process, noted down so that it is known again later: its number alone may by then belong to another.
 *
 * @param name what people call it
 * @param startedAtMillis since the epoch
 * @param address where it listens; empty for none
 * @param log its log file; empty for none
 */
public record RunningProcess(String name, long pid, long startedAtMillis, String address, String log) {

    /** The operating system rounds start times, and counts them from a boot time that is rounded as well. */
    private static final Duration SAME_START = Duration.ofSeconds(2);

    public static RunningProcess of(String name, ProcessHandle process, String address, String log) {
        long startedAt = startOf(process).orElseGet(Instant::now).toEpochMilli();
        return new RunningProcess(name, process.pid(), startedAt, address, log);
    }

    /** Empty when it has ended. */
    public Optional<ProcessHandle> find() {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).filter(this::startedThen);
    }

    private boolean startedThen(ProcessHandle process) {
        return startOf(process)
                .map(start -> Duration.between(Instant.ofEpochMilli(startedAtMillis), start)
                        .abs())
                .filter(difference -> difference.compareTo(SAME_START) <= 0)
                .isPresent();
    }

    @JsonIgnore
    public boolean isRunning() {
        return find().isPresent();
    }

    private static Optional<Instant> startOf(ProcessHandle process) {
        return process.info().startInstant();
    }
}
