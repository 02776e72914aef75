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
     * @param fromVersion the champion that is to go
     * @param reason shortened where it is longer than an entry holds
     * @return the entry; empty when another version is champion meanwhile, and all is well
     * @throws MoveRefusedException if there is nothing to go back to, or it cannot be loaded: an operator must decide
     */
    public Optional<ChampionEntry> automatic(ModelName model, int fromVersion, String reason) {
        while (true) {
            ChampionHistory history = registry.championHistory(model);
            ChampionEntry head = history.head();
            if (isOwn(head, fromVersion)) {
                return Optional.of(head);
            }
            if (head.version() != fromVersion) {
                return Optional.empty();
            }
            Optional<ChampionEntry> appended = succession.append(
                    history,
                    previous(history),
                    Move.ROLLED_BACK,
                    Promoter.ACTOR,
                    Reasons.shortened(reason),
                    WRITER + head.sequence());
            if (appended.isPresent()) {
                return appended;
            }
        }
    }

    private static boolean isOwn(ChampionEntry head, int fromVersion) {
        return head.writer().startsWith(WRITER) && head.previousVersion().orElseThrow() == fromVersion;
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
