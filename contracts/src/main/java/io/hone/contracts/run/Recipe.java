package io.hone.contracts.run;

import io.hone.contracts.Checks;

/**
 * How a run trains. Enough, with the base and the dataset, to train the same again.
 *
 * @param length how long
 * @param batchSize images a step, 1 to 4096
 * @param optimizer how gradients become steps
 * @param rates learning rates of backbone and head
 * @param augmentation how training images are varied
 * @param replayShare share of a run's images that were trained on before, 0 (none) to 0.95
 * @param seed of order, replay choice and augmentation
 */
public record Recipe(
        Length length,
        int batchSize,
        Optimizer optimizer,
        Rates rates,
        Augmentation augmentation,
        double replayShare,
        long seed) {

    public Recipe {
        Checks.present("length", length);
        Checks.within("batchSize", batchSize, 1, 4096);
        Checks.present("optimizer", optimizer);
        Checks.present("rates", rates);
        Checks.present("augmentation", augmentation);
        Checks.within("replayShare", replayShare, 0, 0.95);
    }
}
