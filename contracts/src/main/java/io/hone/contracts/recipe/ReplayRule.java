package io.hone.contracts.recipe;

import io.hone.contracts.Checks;

/**
 * Which older images a run trains on again, so that what was learnt from them is not forgotten.
 *
 * @param share of a run's images that are older ones, 0 (none) to 0.95
 * @param window of {@link ReplayStrategy#RECENT}: how many of the latest older images are drawn from, 1 to 100,000,000
 */
public record ReplayRule(ReplayStrategy strategy, double share, int window) {

    public ReplayRule {
        Checks.present("replay.strategy", strategy);
        Checks.within("replay.share", share, 0, 0.95);
        Checks.within("replay.window", window, 1, 100_000_000);
    }
}
