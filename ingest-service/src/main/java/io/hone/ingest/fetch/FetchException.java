package io.hone.ingest.fetch;

import java.time.Duration;
import java.util.Optional;

/** An address could not be fetched from; the message says why, and holds no secret of it. */
public final class FetchException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final boolean lasting;
    private final transient Optional<Duration> retryAfter;

    private FetchException(String message, boolean lasting, Optional<Duration> retryAfter, Throwable cause) {
        super(message, cause);
        this.lasting = lasting;
        this.retryAfter = retryAfter;
    }

    /** Trying again would not help: the address is not allowed, or what it names is not there or too large. */
    static FetchException refused(String message) {
        return new FetchException(message, true, Optional.empty(), null);
    }

    /** It may succeed later. */
    static FetchException forNow(String message, Throwable cause) {
        return new FetchException(message, false, Optional.empty(), cause);
    }

    /** It may succeed later, but not before the host has had its rest. */
    static FetchException forNow(String message, Optional<Duration> retryAfter) {
        return new FetchException(message, false, retryAfter, null);
    }

    public boolean isLasting() {
        return lasting;
    }

    /** What the host asked for. */
    public Optional<Duration> retryAfter() {
        return retryAfter == null ? Optional.empty() : retryAfter;
    }
}
