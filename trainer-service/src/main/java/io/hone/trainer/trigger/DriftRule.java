package io.hone.trainer.trigger;

import io.hone.contracts.Checks;
import io.hone.contracts.drift.DriftDetected;
import io.hone.contracts.model.ModelName;
import io.hone.contracts.run.Trigger;
import java.util.List;
import java.util.function.Function;

/**
 * Starts a run when the champion has become worse at what comes in, by a label that the last run has not seen. The run
 * sees it: until the trainer has read as far, it waits. So an event that is older than the last run, or of another topic
 * of the same name, starts none.
 *
 * @param drifts the last ones that the evaluator has told of a model
 * @param minimumImages that must have arrived since the last run
 */
public record DriftRule(Function<ModelName, List<DriftDetected>> drifts, int minimumImages) implements TriggerRule {

    public DriftRule {
        Checks.present("drifts", drifts);
        Checks.atLeast("hone.trigger.on-drift-images", minimumImages, 2);
    }

    @Override
    public Trigger trigger() {
        return Trigger.DRIFT;
    }

    @Override
    public boolean isDue(ModelActivity activity) {
        return activity.newImages() >= minimumImages
                && drifts.apply(activity.model()).stream()
                        .anyMatch(drift ->
                                drift.offset() >= activity.lastRunOffset() && drift.offset() < activity.nextOffset());
    }
}
