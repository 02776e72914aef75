package io.hone.evaluator.evaluation;

import io.hone.registry.champion.ChampionEntry;

/** The champion is missing or broken, as is every one before it: nobody is left to compare with. The message says why. */
final class UnusableChampionException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient ChampionEntry champion;

    UnusableChampionException(ChampionEntry champion, String reason) {
        super(reason);
        this.champion = champion;
    }

    ChampionEntry champion() {
        return champion;
    }
}
