package io.hone.trainer.trigger;

import io.hone.contracts.run.Trigger;
import java.time.Duration;
import java.time.InstantSource;

/** Starts a run when enough time has passed since the last one and something has arrived since. */
public final class IntervalRule implements TriggerRule {

    private final Duration interval;
    private final InstantSource clock;

    public IntervalRule(Duration interval, InstantSource clock) {
        if (interval.isNegative() || interval.isZero()) {
            throw new IllegalArgumentException("hone.trigger.interval is %s, must be positive".formatted(interval));
        }
        this.interval = interval;
        this.clock = clock;
    }

    @Override
    public Trigger trigger() {
        return Trigger.INTERVAL;
    }

    @Override
    public boolean isDue(ModelActivity activity) {
        return activity.newImages() > 0 && !activity.lastRunAt().plus(interval).isAfter(clock.instant());
    }
}
