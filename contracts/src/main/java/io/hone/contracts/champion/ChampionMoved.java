package io.hone.contracts.champion;

import io.hone.contracts.Checks;
import io.hone.contracts.HoneEvent;
import io.hone.contracts.model.ModelName;
import java.time.Instant;
import java.util.Optional;

/**
 * Another version is champion, told on the topic {@code champions} once the entry stands in the model's champion chain.
 *
 * @param sequence of the entry; the highest of a model is in force, whatever order events arrive in
 * @param version the champion from here on
 * @param previousVersion the champion before; absent for the first
 * @param actor a person's name, or the service that decided
 */
public record ChampionMoved(
        ModelName model,
        long sequence,
        int version,
        Optional<Integer> previousVersion,
        Instant at,
        Move move,
        String actor,
        String reason)
        implements HoneEvent {

    public ChampionMoved {
        Checks.present("model", model);
        Checks.atLeast("sequence", sequence, 1);
        Checks.atLeast("version", version, 1);
        previousVersion = previousVersion == null ? Optional.empty() : previousVersion;
        Checks.present("at", at);
        Checks.present("move", move);
        Checks.line("actor", actor, 200);
        Checks.line("reason", reason, 1000);
    }
}
