package io.hone.cli.time;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** How to let time pass; tests give one that lets none pass. */
@FunctionalInterface
public interface Pause {

    void last(Duration duration);

    /** An interrupt ends it early and stays set. */
    static Pause real() {
        return duration -> {
            long end = System.nanoTime() + duration.toNanos();
            for (long left = duration.toNanos();
                    left > 0 && !Thread.currentThread().isInterrupted();
                    left = end - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
        };
    }
}
