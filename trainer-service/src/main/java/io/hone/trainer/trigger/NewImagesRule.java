package io.hone.trainer.trigger;

import io.hone.contracts.Checks;
import io.hone.contracts.run.Trigger;

/**
 * Starts a run when enough images have arrived.
 *
 * @param threshold how many, at least 2
 */
public record NewImagesRule(int threshold) implements TriggerRule {

    public NewImagesRule {
        Checks.atLeast("hone.trigger.new-images", threshold, 2);
    }

    @Override
    public Trigger trigger() {
        return Trigger.NEW_IMAGES;
    }

    @Override
    public boolean isDue(ModelActivity activity) {
        return activity.newImages() >= threshold;
    }
}
