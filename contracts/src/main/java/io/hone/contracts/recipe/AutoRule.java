package io.hone.contracts.recipe;

import io.hone.contracts.Checks;

/**
 * When the recipe <em>auto</em> calls data small, and when similar to what the base knows.
 *
 * @param small fewer images are few, 0 to 1,000,000
 * @param margin the images are similar when a linear classifier on the base's features comes so close to a fine-tuned
 *     probe in accuracy, 0 to 1
 */
public record AutoRule(int small, double margin) {

    public AutoRule {
        Checks.within("auto.small", small, 0, 1_000_000);
        Checks.within("auto.margin", margin, 0, 1);
    }
}
