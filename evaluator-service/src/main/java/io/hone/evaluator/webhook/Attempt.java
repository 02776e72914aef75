package io.hone.evaluator.webhook;

import java.time.Duration;
import java.util.Optional;

/** How one attempt to deliver came out. */
sealed interface Attempt {

    record Delivered() implements Attempt {}

    /**
     * @param reason for people
     * @param isRefused whether the endpoint does not want the event at all, and most likely never will
     * @param retryAfter the pause that the endpoint asked for
     */
    record Failed(String reason, boolean isRefused, Optional<Duration> retryAfter) implements Attempt {}
}
