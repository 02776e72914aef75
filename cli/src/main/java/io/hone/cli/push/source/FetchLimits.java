package io.hone.cli.push.source;

import java.time.Duration;

/**
 * What is asked of other machines.
 *
 * @param parallel how many images at the same time
 * @param patience how long one may take, from asking to its last byte
 * @param bytes of one, at most
 */
public record FetchLimits(int parallel, Duration patience, long bytes) {

    public static final FetchLimits USUAL = new FetchLimits(16, Duration.ofSeconds(30), Content.MOST_BYTES);
}
