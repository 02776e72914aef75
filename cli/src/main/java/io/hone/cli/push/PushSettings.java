package io.hone.cli.push;

import java.time.Duration;

/**
 * How images are sent.
 *
 * @param connections how many requests are under way at once
 * @param patience for how long a service that is away is waited for
 */
public record PushSettings(Batches batches, int connections, Duration patience) {

    public static final PushSettings USUAL = new PushSettings(Batches.USUAL, 4, Duration.ofMinutes(2));
}
