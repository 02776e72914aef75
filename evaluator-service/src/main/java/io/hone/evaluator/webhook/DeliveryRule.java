package io.hone.evaluator.webhook;

import java.time.Duration;
import java.time.Instant;

/**
 * When an endpoint has failed, when it is tried again, and when no more.
 *
 * @param timeout of one attempt, from connecting to the end of the answer; short, for the broker hears nothing meanwhile
 * @param firstPause before the second attempt; doubled before each that follows
 * @param longestPause from which on pauses grow no more
 * @param giveUpAfter the age of an event at which its last attempt was the last
 */
public record DeliveryRule(Duration timeout, Duration firstPause, Duration longestPause, Duration giveUpAfter) {

    static final int MOST_REFUSALS = 5;

    private static final String PREFIX = "hone.webhook-delivery.";

    public DeliveryRule {
        within("timeout", timeout, Duration.ofMillis(100), Duration.ofMinutes(1));
        within("first-pause", firstPause, Duration.ofMillis(10), Duration.ofHours(1));
        within("longest-pause", longestPause, firstPause, Duration.ofDays(1));
        within("give-up-after", giveUpAfter, Duration.ofMillis(100), Duration.ofDays(7));
    }

    private static void within(String key, Duration value, Duration least, Duration most) {
        if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
            throw new IllegalArgumentException(
                    "%s%s is %s, must be between %s and %s".formatted(PREFIX, key, value, least, most));
        }
    }

    /**
     * Half of the pause is certain, the other half left to chance, so that endpoints that failed together are not tried
     * together for ever.
     *
     * @param attempts made so far, from 1 on
     * @param chance 0 to 1
     */
    Duration pause(int attempts, double chance) {
        Duration pause = firstPause;
        for (int i = 1; i < attempts && pause.compareTo(longestPause) < 0; i++) {
            pause = pause.multipliedBy(2);
        }
        pause = atMost(pause, longestPause);
        return Duration.ofMillis(Math.round(pause.toMillis() * (0.5 + 0.5 * chance)));
    }

    /** An endpoint may ask for more patience, but not for any amount of it. */
    Duration pause(int attempts, double chance, Duration askedFor) {
        Duration own = pause(attempts, chance);
        Duration granted = atMost(askedFor, longestPause);
        return own.compareTo(granted) > 0 ? own : granted;
    }

    /**
     * Nothing behind an event is delivered while it is tried: so one that the endpoint refuses is not tried for the whole
     * time, but often enough for an endpoint that is just being set up.
     *
     * @param refusals in a row, until now
     */
    boolean givesUp(Instant told, Instant now, int refusals) {
        return refusals >= MOST_REFUSALS || !now.isBefore(told.plus(giveUpAfter));
    }

    private static Duration atMost(Duration duration, Duration most) {
        return duration.compareTo(most) > 0 ? most : duration;
    }
}
