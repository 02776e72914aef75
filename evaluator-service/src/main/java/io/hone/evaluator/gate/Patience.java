package io.hone.evaluator.gate;

import io.hone.contracts.policy.Policy;
import io.hone.contracts.verdict.Finding;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** How long a candidate may stay inconclusive. */
record Patience(int looks, Duration age) {

    static final String NAME = "retry";

    static Patience of(Policy policy) {
        return new Patience(policy.retryLooks(), policy.retryAge());
    }

    /**
     * Why a candidate is given up that would be inconclusive once more; empty while it is not.
     *
     * @param looks tests of it, this one too
     */
    Optional<Finding> exhausted(int looks, Past past, Instant at) {
        return looks >= this.looks ? Optional.of(lookedOften(looks)) : aged(past, at);
    }

    /** The same for one that waits for a person, who needs no more tests. */
    Optional<Finding> aged(Past past, Instant at) {
        return past.since()
                .map(since -> Duration.between(since, at))
                .filter(waited -> waited.compareTo(age) >= 0)
                .map(this::waitedLong);
    }

    private Finding lookedOften(int tested) {
        return new Finding(
                NAME,
                tested,
                looks,
                false,
                "The candidate was tested %s without a result, as often as is allowed: it is given up."
                        .formatted(Words.count(tested, "time")));
    }

    private Finding waitedLong(Duration waited) {
        return new Finding(
                NAME,
                waited.toDays(),
                age.toDays(),
                false,
                "The candidate has been inconclusive for %s, as long as is allowed: it is given up."
                        .formatted(Words.count((int) waited.toDays(), "day")));
    }
}
