package io.hone.evaluator.promotion;

import io.hone.registry.champion.ChampionEntry;

/** Hears at once of every entry that this evaluator appends to a champion chain. */
@FunctionalInterface
public interface MoveListener {

    /** Must return soon. It may hear of the same entry again. */
    void appended(ChampionEntry entry);
}
