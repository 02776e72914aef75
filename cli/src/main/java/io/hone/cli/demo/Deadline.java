package io.hone.cli.demo;

import io.hone.cli.terminal.CommandFailure;
import io.hone.cli.time.Polling;
import java.time.Duration;

/** When all of the demo must be over. */
final class Deadline {

    private final Duration within;
    private final long end;

    Deadline(Duration within) {
        this.within = within;
        this.end = System.nanoTime() + within.toNanos();
    }

    Polling polling() {
        return Polling.within(Duration.ofNanos(Math.max(0, end - System.nanoTime())));
    }

    CommandFailure late(String waitingFor, String log) {
        return new CommandFailure(
                "the demo was still waiting for %s after %d s in all".formatted(waitingFor, within.toSeconds()),
                "See why in %s, or give it more time: --timeout SECONDS".formatted(log));
    }
}
