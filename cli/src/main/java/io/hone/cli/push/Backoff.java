package io.hone.cli.push;

import java.time.Duration;
import java.util.Optional;

/** How long to wait before the next try: as long as the service asks, else twice as long each time. */
final class Backoff {

    private static final Duration LONGEST = Duration.ofSeconds(10);

    private final Duration patience;
    private Duration waited = Duration.ZERO;
    private Duration usual = Duration.ofMillis(250);

    Backoff(Duration patience) {
        this.patience = patience;
    }

    boolean isExhausted() {
        return waited.compareTo(patience) >= 0;
    }

    Duration next(Optional<Duration> asked) {
        Duration wait = asked.filter(duration -> !duration.isZero()).orElse(usual);
        usual = usual.multipliedBy(2).compareTo(LONGEST) > 0 ? LONGEST : usual.multipliedBy(2);
        waited = waited.plus(wait);
        return wait;
    }
}
