package io.hone.cli.push;

import java.time.Duration;

/**
 * How images are sent.
 *
 * @param connections how many requests are under way at once
 * @param patience for how long a service that is away is waited for
 * @param golden whether the images become the golden set, or part of it
 */
public record PushSettings(Batches batches, int connections, Duration patience, boolean golden) {

    /** One after the other, so that the stream, and what is learnt from it, is the same each time. */
    public static final PushSettings IN_ORDER = new PushSettings(Batches.USUAL, 1, Duration.ofMinutes(2), false);
}
