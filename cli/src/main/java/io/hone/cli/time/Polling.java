package io.hone.cli.time;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Looks again and again until there is something to see.
 *
 * @param within how long
 * @param every how long between two looks
 */
public record Polling(Duration within, Duration every, Pause pause) {

    public static Polling within(Duration within) {
        return new Polling(within, Duration.ofMillis(250), Pause.real());
    }

    /**
     * @param look empty when it is too early
     * @param late what to throw when the time is up
     */
    public <T> T until(Supplier<Optional<T>> look, Supplier<? extends RuntimeException> late) {
        long end = System.nanoTime() + within.toNanos();
        Optional<T> seen = look.get();
        while (seen.isEmpty()) {
            if (System.nanoTime() > end || Thread.currentThread().isInterrupted()) {
                throw late.get();
            }
            pause.last(every);
            seen = look.get();
        }
        return seen.get();
    }
}
