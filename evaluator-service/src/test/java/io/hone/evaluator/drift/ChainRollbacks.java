package io.hone.evaluator.drift;

import io.hone.contracts.champion.Move;
import io.hone.contracts.model.ModelName;
import io.hone.registry.ModelRegistry;
import io.hone.registry.champion.ChampionEntry;
import java.time.Clock;
import java.util.Optional;

/** Rolls back by an entry of the champion chain. */
final class ChainRollbacks implements Rollbacks {

    private final ModelRegistry registry;
    private final Clock clock;

    ChainRollbacks(ModelRegistry registry, Clock clock) {
        this.registry = registry;
        this.clock = clock;
    }

    @Override
    public void automatic(ModelName model, int fromVersion, String reason) {
        ChampionEntry head = registry.champion(model);
        if (head.version() != fromVersion) {
            return;
        }
        boolean appended = registry.champions()
                .append(new ChampionEntry(
                        model,
                        head.sequence() + 1,
                        head.previousVersion().orElseThrow(),
                        Optional.of(fromVersion),
                        clock.instant(),
                        Move.ROLLED_BACK,
                        "evaluator",
                        reason,
                        "rollback-of-entry-" + head.sequence()));
        if (!appended) {
            automatic(model, fromVersion, reason);
        }
    }
}
