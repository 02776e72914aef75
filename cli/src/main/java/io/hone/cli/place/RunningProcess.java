package io.hone.cli.place;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A process, noted down so that it is known again later: its number alone may by then belong to another.
 *
 * @param name what people call it
 * @param startedAfterMillis how long after the system's first process it started: the wall clock may be set in between
 * @param address where it listens; empty for none
 * @param log its log file; empty for none
 */
public record RunningProcess(String name, long pid, long startedAfterMillis, String address, String log) {

    /** The operating system rounds start times. */
    private static final Duration SAME_START = Duration.ofSeconds(2);

    private static final long FIRST_PROCESS = 1;

    public static RunningProcess of(String name, ProcessHandle process, String address, String log) {
        return new RunningProcess(name, process.pid(), startOf(process).toMillis(), address, log);
    }

    /** Empty when it has ended. */
    public Optional<ProcessHandle> find() {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).filter(this::startedThen);
    }

    private boolean startedThen(ProcessHandle process) {
        Duration difference = startOf(process).minusMillis(startedAfterMillis).abs();
        return difference.compareTo(SAME_START) <= 0;
    }

    @JsonIgnore
    public boolean isRunning() {
        return find().isPresent();
    }

    private static Duration startOf(ProcessHandle process) {
        return Duration.between(reference(), startInstant(process).orElse(Instant.EPOCH));
    }

    /**
     * The start of the system's first process. Linux knows when a process started since boot only, and each JVM adds a
     * boot time that moves when the clock is set (as when a virtual machine is resumed): between two starts, read by the
     * same JVM, that falls out.
     */
    private static Instant reference() {
        return ProcessHandle.of(FIRST_PROCESS)
                .flatMap(RunningProcess::startInstant)
                .orElse(Instant.EPOCH);
    }

    private static Optional<Instant> startInstant(ProcessHandle process) {
        return process.info().startInstant();
    }
}
