package io.hone.trainer.trigger;

import io.hone.contracts.run.Trigger;

/** When a run starts by itself. */
public interface TriggerRule {

    /** As which trigger a run that this rule starts is known. */
    Trigger trigger();

    boolean isDue(ModelActivity activity);
}
