package io.hone.evaluator.promotion;

import io.hone.contracts.champion.ChampionMoved;

/** Tells everybody which version is champion. */
@FunctionalInterface
public interface ChampionNews {

    /** Returns once the broker has it. Telling the same again is harmless: it carries the same event id. */
    void tell(ChampionMoved moved);
}
