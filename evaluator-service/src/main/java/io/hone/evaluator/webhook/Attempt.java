package io.hone.evaluator.webhook;

import java.time.Duration;
import java.util.Optional;

/** How one attempt to deliver came out. */
sealed interface Attempt {

    record Delivered() implements Attempt {}

    /**
     * @param reason for people
     * @param retryAfter the pause that the endpoint asked for
     */
    record Failed(String reason, Optional<Duration> retryAfter) implements Attempt {}
}
