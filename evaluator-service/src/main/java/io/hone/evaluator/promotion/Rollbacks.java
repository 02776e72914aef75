package io.hone.evaluator.promotion;

import io.hone.contracts.champion.Move;
import io.hone.contracts.model.ModelName;
import io.hone.evaluator.promotion.MoveRefusedException.Why;
import io.hone.registry.ModelRegistry;
import io.hone.registry.champion.ChampionEntry;
import io.hone.registry.champion.ChampionHistory;
import java.time.Clock;
import java.util.Optional;

/** Takes a champion back without a person, because it does worse than what was champion before. */
public final class Rollbacks {

    private static final String WRITER = "automatic-rollback-of-";

    private final ModelRegistry registry;
    private final Succession succession;

    public Rollbacks(ModelRegistry registry, VersionCheck check, MoveListener listener, Clock clock) {
        this.registry = registry;
        this.succession = new Succession(registry, check, listener, clock);
    }

    /**
     * Rolls back to the champion before, once: repeated, by this evaluator or another, it answers the entry it has
     * written.
     *
     * @param sequence the entry of the chain that is to be taken back
     * @param reason shortened where it is longer than an entry holds
     * @return the entry; empty when somebody else has moved the champion meanwhile, also to the same version again
     * @throws MoveRefusedException if there is nothing to go back to, or it cannot be loaded: an operator must decide
     */
    public Optional<ChampionEntry> automatic(ModelName model, long sequence, String reason) {
        ChampionHistory history = registry.championHistory(model);
        if (history.head().sequence() != sequence) {
            return own(model, sequence);
        }
        return succession
                .append(
                        history,
                        previous(history),
                        Move.ROLLED_BACK,
                        Promoter.ACTOR,
                        Reasons.shortened(reason),
                        WRITER + sequence)
                .or(() -> own(model, sequence));
    }

    /** What an earlier attempt has written. */
    private Optional<ChampionEntry> own(ModelName model, long sequence) {
        return registry.champions().find(model, sequence + 1).filter(next -> next.writer()
                .equals(WRITER + sequence));
    }

    private static int previous(ChampionHistory history) {
        return history.previous()
                .orElseThrow(() -> new MoveRefusedException(
                        Why.NEVER_CHAMPION,
                        "version",
                        null,
                        null,
                        "no champion came before version %d: there is nothing to roll back to"
                                .formatted(history.head().version())));
    }
}
