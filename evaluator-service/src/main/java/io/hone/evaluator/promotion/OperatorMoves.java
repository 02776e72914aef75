package io.hone.evaluator.promotion;

import io.hone.contracts.champion.Move;
import io.hone.contracts.model.ModelName;
import io.hone.evaluator.promotion.MoveRefusedException.Why;
import io.hone.registry.ModelRegistry;
import io.hone.registry.UnknownModelException;
import io.hone.registry.champion.ChampionEntry;
import io.hone.registry.champion.ChampionHistory;
import java.time.Clock;
import java.util.Optional;

/**
 * Moves the champion because a person says so. Each method throws {@link UnknownModelException} for a model that is not
 * registered, and {@link MoveRefusedException} when the champion stays where it is. What is champion already, and an order
 * whose key was given before, change nothing and are answered with the entry that did it.
 */
public final class OperatorMoves {

    private final ModelRegistry registry;
    private final Approvals approvals;
    private final Succession succession;

    public OperatorMoves(ModelRegistry registry, VersionCheck check, MoveListener listener, Clock clock) {
        this.registry = registry;
        this.approvals = new Approvals(registry);
        this.succession = new Succession(registry, check, listener, clock);
    }

    /** @param version that was champion before; without one, that before the present champion, see {@link ChampionHistory} */
    public ChampionEntry rollback(ModelName model, Optional<Integer> version, Order order) {
        return move(model, new Wish(Move.ROLLED_BACK, version), order);
    }

    /** Whatever the gate says of the version. */
    public ChampionEntry promote(ModelName model, int version, Order order) {
        return move(model, new Wish(Move.FORCED, Optional.of(version)), order);
    }

    /** @param version of a candidate against which the gate found nothing, but which waits for a person */
    public ChampionEntry approve(ModelName model, int version, Order order) {
        return move(model, new Wish(Move.APPROVED, Optional.of(version)), order);
    }

    /** @param version empty for the one before */
    private record Wish(Move move, Optional<Integer> version) {

        boolean cameTrueWith(ChampionEntry entry) {
            return entry.move() == move
                    && version.map(wanted -> wanted == entry.version()).orElse(true);
        }
    }

    private ChampionEntry move(ModelName model, Wish wish, Order order) {
        String writer = order.writer();
        while (true) {
            ChampionHistory history = registry.championHistory(model);
            Optional<ChampionEntry> before = history.by(writer);
            if (before.isPresent()) {
                return repeated(before.get(), wish, order);
            }
            int version = wish.version().orElseGet(() -> previous(history));
            if (version == history.head().version()) {
                return history.head();
            }
            requireAllowed(wish.move(), history, version);
            Optional<ChampionEntry> appended =
                    succession.append(history, version, wish.move(), order.by(), order.reason(), writer);
            if (appended.isPresent()) {
                return appended.get();
            }
            requireNamed(wish, history);
        }
    }

    private static ChampionEntry repeated(ChampionEntry before, Wish wish, Order order) {
        if (wish.cameTrueWith(before)) {
            return before;
        }
        throw new MoveRefusedException(
                Why.KEY_REUSED,
                "Idempotency-Key",
                order.key().orElseThrow(),
                null,
                "this key was given with another request, which made version %d champion: give each request a key of its own"
                        .formatted(before.version()));
    }

    private static int previous(ChampionHistory history) {
        return history.previous()
                .orElseThrow(() -> new MoveRefusedException(
                        Why.NEVER_CHAMPION,
                        "version",
                        null,
                        null,
                        "no champion came before version %d: there is nothing to go back to; name the version that is to be champion"
                                .formatted(history.head().version())));
    }

    private void requireAllowed(Move move, ChampionHistory history, int version) {
        if (move == Move.APPROVED) {
            approvals.requireAwaited(history.head(), version);
        } else if (move == Move.ROLLED_BACK && !history.holds(version)) {
            throw new MoveRefusedException(
                    Why.NEVER_CHAMPION,
                    "version",
                    version,
                    null,
                    "version %d was never champion, so there is no way back to it: POST …/promote makes it champion"
                            .formatted(version));
        }
    }

    /** "The one before" was said of a champion that is none any more: nobody can know which is meant now. */
    private static void requireNamed(Wish wish, ChampionHistory history) {
        if (wish.version().isEmpty()) {
            throw new MoveRefusedException(
                    Why.CHAMPION_MOVED,
                    "version",
                    null,
                    null,
                    "the champion moved at this very moment, and version %d is none any more: look which one is, and name the version to go back to"
                            .formatted(history.head().version()));
        }
    }
}
