package io.hone.registry.champion;

import io.hone.contracts.champion.Move;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * A model's champion chain, oldest entry first, and what follows from its order.
 *
 * @param entries at least the first
 */
public record ChampionHistory(List<ChampionEntry> entries) {

    public ChampionHistory {
        entries = List.copyOf(entries);
        if (entries.isEmpty()) {
            throw new IllegalArgumentException("entries is empty, must hold at least the first of the chain");
        }
    }

    public ChampionEntry head() {
        return entries.get(entries.size() - 1);
    }

    /** Whether the version was ever champion, or is. */
    public boolean holds(int version) {
        return entries.stream().anyMatch(entry -> entry.version() == version);
    }

    /** The entry that this writer has written. */
    public Optional<ChampionEntry> by(String writer) {
        return entries.stream().filter(entry -> entry.writer().equals(writer)).findFirst();
    }

    /**
     * The version that was champion before the present one and was not taken back: a rollback goes back to where the chain
     * was, so two rollbacks in a row go two versions back. Empty when nothing is left to go back to.
     */
    public Optional<Integer> previous() {
        Deque<Integer> standing = standing();
        standing.pop();
        return Optional.ofNullable(standing.peek());
    }

    /** The versions that a rollback can go back to one after the other, the present champion on top. */
    private Deque<Integer> standing() {
        Deque<Integer> standing = new ArrayDeque<>();
        for (ChampionEntry entry : entries) {
            if (entry.move() == Move.ROLLED_BACK && standing.contains(entry.version())) {
                while (standing.element() != entry.version()) {
                    standing.pop();
                }
            } else {
                standing.push(entry.version());
            }
        }
        return standing;
    }
}
