package io.hone.evaluator.console;

import io.hone.registry.champion.ChampionEntry;
import io.hone.registry.version.Manifest;

/**
 * The champion as people and serving systems see it.
 *
 * @param entry how it became champion
 * @param manifest what it is
 */
public record ChampionView(ChampionEntry entry, Manifest manifest) {}
