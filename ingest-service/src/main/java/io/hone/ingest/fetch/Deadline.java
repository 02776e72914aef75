package io.hone.ingest.fetch;

import java.time.Duration;

/** When a fetch must be over, by a clock that nobody sets. */
final class Deadline {

    private final long end;
    private final Duration total;

    private Deadline(Duration total) {
        this.total = total;
        this.end = System.nanoTime() + total.toNanos();
    }

    static Deadline in(Duration total) {
        return new Deadline(total);
    }

    long millisLeft() {
        return Math.max(0, (end - System.nanoTime()) / 1_000_000);
    }

    /** @throws FetchException if it is past */
    void check(Destination destination) {
        if (millisLeft() == 0) {
            throw late(destination, null);
        }
    }

    FetchException late(Destination destination, Throwable cause) {
        return FetchException.forNow(
                "%s was not there within %d s".formatted(destination.shown(), total.toSeconds()), cause);
    }
}
