package io.hone.images;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/** When decoding must be done. */
final class Deadline {

    private final Optional<Duration> time;
    private long start;

    Deadline(Optional<Duration> time) {
        this.time = time;
        restart();
    }

    void restart() {
        start = System.nanoTime();
    }

    boolean hasPassed() {
        return time.isPresent() && taken().compareTo(time.get()) > 0;
    }

    Duration taken() {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    void check() throws IOException {
        if (hasPassed()) {
            throw new IOException("it took longer than " + time.orElseThrow());
        }
    }
}
