package io.hone.trainer.trigger;

import io.hone.contracts.drift.DriftDetected;
import io.hone.contracts.model.ModelName;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/** When runs start by themselves; a rule whose key is not set does not exist. */
@ConfigMapping(prefix = "hone.trigger")
public interface TriggerConfig {

    /** Images that must have arrived since the last run. */
    OptionalInt newImages();

    /** Time that must have passed since the last run. */
    Optional<Duration> interval();

    /** Whether it counts that the evaluator has told of drift since. */
    @WithDefault("true")
    boolean onDrift();

    /** Images that must have arrived since the last run for that. */
    @WithDefault("100")
    int onDriftImages();

    /** @param drifts the last ones that the evaluator has told of a model */
    default List<TriggerRule> rules(InstantSource clock, Function<ModelName, List<DriftDetected>> drifts) {
        List<TriggerRule> rules = new ArrayList<>();
        if (onDrift()) {
            rules.add(new DriftRule(drifts, onDriftImages()));
        }
        newImages().ifPresent(threshold -> rules.add(new NewImagesRule(threshold)));
        interval().ifPresent(every -> rules.add(new IntervalRule(every, clock)));
        return List.copyOf(rules);
    }
}
