package io.hone.evaluator.drift;

import io.hone.registry.champion.ChampionEntry;
import io.hone.registry.version.Manifest;

/**
 * A version's time as champion.
 *
 * @param trainedUpTo neither it nor a version before it was trained on a record from this offset on
 */
record Reign(ChampionEntry entry, Manifest manifest, long trainedUpTo) {

    boolean mayPredict(long offset) {
        return trainedUpTo <= offset;
    }
}
