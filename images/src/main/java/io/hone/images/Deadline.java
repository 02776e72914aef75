package io.hone.images;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/** When decoding must be done. */
final class Deadline {

    private final Optional<Duration> time;
    private final long start = System.nanoTime();

    Deadline(Optional<Duration> time) {
        this.time = time;
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
