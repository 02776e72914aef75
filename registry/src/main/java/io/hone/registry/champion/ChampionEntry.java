package io.hone.registry.champion;

import io.hone.contracts.Checks;
import io.hone.contracts.champion.ChampionMoved;
import io.hone.contracts.champion.Move;
import io.hone.contracts.model.ModelName;
import java.time.Instant;
import java.util.Optional;

/**
 * One link of the champion chain: who or what moved the champion, from which version to which, and why.
 *
 * @param sequence 1 for the first; the highest is the champion
 * @param version the champion from here on
 * @param previousVersion the champion before; absent for the first
 * @param actor a person's name, or the service that decided
 * @param writer tells this attempt to write the entry from any other's
 */
public record ChampionEntry(
        ModelName model,
        long sequence,
        int version,
        Optional<Integer> previousVersion,
        Instant at,
        Move move,
        String actor,
        String reason,
        String writer) {

    public ChampionEntry {
        Checks.present("model", model);
        Checks.atLeast("sequence", sequence, 1);
        Checks.atLeast("version", version, 1);
        Checks.present("previousVersion", previousVersion);
        Checks.present("at", at);
        Checks.present("move", move);
        Checks.line("actor", actor, 200);
        Checks.line("reason", reason, 1000);
        Checks.line("writer", writer, 200);
        if (previousVersion.isPresent() == (sequence == 1)) {
            throw new IllegalArgumentException(
                    "previousVersion must be absent in the first entry, and only there; sequence is " + sequence);
        }
    }

    /** What everybody is told of it. */
    public ChampionMoved told() {
        return new ChampionMoved(model, sequence, version, previousVersion, at, move, actor, reason);
    }
}
