package io.hone.evaluator.console;

import io.hone.contracts.model.ModelName;
import io.hone.registry.champion.ChampionEntry;
import java.time.Instant;
import java.util.Optional;

/**
 * A model as people see it.
 *
 * @param champion the last entry of its champion chain
 * @param versions how many there are
 * @param holdOutImages how many this evaluator holds; absent while the model is another evaluator's
 */
public record ModelView(
        ModelName model,
        double holdOutFraction,
        Instant registeredAt,
        ChampionEntry champion,
        int versions,
        Optional<Integer> holdOutImages) {}
