package io.hone.contracts.recipe;

import io.hone.contracts.Checks;

/**
 * The slice of a run's images that is looked at and not trained on. It says how the run gets on; the hold-out is never
 * used for that.
 *
 * @param share of the run's images, 0 (none) to 0.5, drawn from each class alike
 * @param times how often during the run, 1 to 1000
 * @param patience looks in a row without a better accuracy after which the run ends early; 0 for never
 */
public record Validation(double share, int times, int patience) {

    public Validation {
        Checks.within("validation.share", share, 0, 0.5);
        Checks.within("validation.times", times, 1, 1000);
        Checks.within("validation.patience", patience, 0, 1000);
        if (patience > 0 && share == 0) {
            throw new IllegalArgumentException(
                    "validation.patience is %d, but validation.share is 0: there is nothing to look at"
                            .formatted(patience));
        }
    }
}
