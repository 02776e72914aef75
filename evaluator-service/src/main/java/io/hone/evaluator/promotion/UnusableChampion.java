package io.hone.evaluator.promotion;

import io.hone.contracts.Checks;

/**
 * A champion that nobody can be compared with.
 *
 * @param version which
 * @param reason why: its manifest is gone, its files were changed, or the engine cannot run what is in them
 */
public record UnusableChampion(int version, String reason) {

    public UnusableChampion {
        Checks.atLeast("version", version, 1);
        Checks.present("reason", reason);
    }
}
