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
    public Outcome automatic(ModelName model, long sequence, String reason) {
        ChampionEntry head = registry.champion(model);
        String writer = "rollback-of-entry-" + sequence;
        if (head.sequence() != sequence) {
            return outcome(head.writer().equals(writer));
        }
        return outcome(registry.champions()
                .append(new ChampionEntry(
                        model,
                        head.sequence() + 1,
                        head.previousVersion().orElseThrow(),
                        Optional.of(head.version()),
                        clock.instant(),
                        Move.ROLLED_BACK,
                        "evaluator",
                        reason,
                        writer)));
    }

    private static Outcome outcome(boolean isTakenBack) {
        return isTakenBack ? new TakenBack() : new Overtaken();
    }
}
