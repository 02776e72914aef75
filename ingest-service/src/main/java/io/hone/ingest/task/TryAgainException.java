package io.hone.ingest.task;

import java.time.Duration;

/** A task could not be done for now. */
public final class TryAgainException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Duration after;

    /** @param after how long whoever failed asks to be left alone; zero when it did not ask */
    public TryAgainException(String message, Duration after, Throwable cause) {
        super(message, cause);
        this.after = after;
    }

    Duration after() {
        return after;
    }
}
