package io.hone.evaluator.evaluation;

import io.hone.registry.champion.ChampionEntry;

/** The champion is missing or broken, and trying again will not help. The message says why. */
final class UnusableChampionException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient ChampionEntry champion;

    UnusableChampionException(ChampionEntry champion, String reason, Throwable cause) {
        super(reason, cause);
        this.champion = champion;
    }

    ChampionEntry champion() {
        return champion;
    }
}
