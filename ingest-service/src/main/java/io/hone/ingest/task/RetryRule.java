package io.hone.ingest.task;

import java.time.Duration;
import java.time.Instant;

/**
 * When a task that failed is tried again, and when no more.
 *
 * @param firstPause before the second attempt; doubled before each that follows
 * @param longestPause from which on pauses grow no more
 * @param giveUpAfter the age of a task at which its last attempt was the last
 */
record RetryRule(Duration firstPause, Duration longestPause, Duration giveUpAfter) {

    private static final String PREFIX = "hone.tasks.";

    RetryRule {
        within("first-pause", firstPause, Duration.ofMillis(10), Duration.ofHours(1));
        within("longest-pause", longestPause, firstPause, Duration.ofDays(1));
        within("give-up-after", giveUpAfter, Duration.ofMillis(10), Duration.ofDays(7));
    }

    private static void within(String key, Duration value, Duration least, Duration most) {
        if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
            throw new IllegalArgumentException(
                    "%s%s is %s, must be between %s and %s".formatted(PREFIX, key, value, least, most));
        }
    }

    /**
     * Half of the pause is certain, the other half left to chance, so that what failed together is not tried together for
     * ever.
     *
     * @param attempts made so far, from 1 on
     * @param chance 0 to 1
     * @param asked how long whoever failed wants to be left alone; granted up to the longest pause
     */
    Duration pause(int attempts, double chance, Duration asked) {
        Duration pause = firstPause;
        for (int i = 1; i < attempts && pause.compareTo(longestPause) < 0; i++) {
            pause = pause.multipliedBy(2);
        }
        Duration own = Duration.ofMillis(Math.round(shorter(pause, longestPause).toMillis() * (0.5 + 0.5 * chance)));
        Duration granted = shorter(asked, longestPause);
        return own.compareTo(granted) > 0 ? own : granted;
    }

    boolean givesUp(Instant received, Instant now) {
        return !now.isBefore(received.plus(giveUpAfter));
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
