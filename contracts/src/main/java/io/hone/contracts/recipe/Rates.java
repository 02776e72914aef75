package io.hone.contracts.recipe;

import io.hone.contracts.Checks;

/**
 * Learning rates, 0 to 10. The head has its own: it usually learns ten times faster than what is already learnt.
 *
 * @param backbone rate of all layers below the head
 * @param head rate of the last classification layer
 * @param multipliers of either, by layer
 */
public record Rates(double backbone, double head, Multipliers multipliers) {

    public Rates {
        Checks.within("rates.backbone", backbone, 0, 10);
        Checks.within("rates.head", head, 0, 10);
        Checks.present("rates.multipliers", multipliers);
        if (backbone == 0 && head == 0) {
            throw new IllegalArgumentException("rates.backbone and rates.head are both 0: nothing would train");
        }
    }
}
