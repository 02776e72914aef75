package io.hone.trainer.trigger;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** When runs start by themselves; a rule whose key is not set does not exist. */
@ConfigMapping(prefix = "hone.trigger")
public interface TriggerConfig {

    /** Images that must have arrived since the last run. */
    OptionalInt newImages();

    /** Time that must have passed since the last run. */
    Optional<Duration> interval();

    default List<TriggerRule> rules(InstantSource clock) {
        List<TriggerRule> rules = new ArrayList<>();
        newImages().ifPresent(threshold -> rules.add(new NewImagesRule(threshold)));
        interval().ifPresent(every -> rules.add(new IntervalRule(every, clock)));
        return List.copyOf(rules);
    }
}
