package io.hone.evaluator.console;

import io.hone.contracts.Json;
import io.hone.contracts.Sha256;
import io.hone.registry.champion.ChampionEntry;
import io.hone.registry.version.Manifest;
import jakarta.ws.rs.core.EntityTag;

/**
 * The champion as people and serving systems see it.
 *
 * @param entry how it became champion
 * @param manifest what it is
 */
public record ChampionView(ChampionEntry entry, Manifest manifest) {

    private static final int DIGITS = 12;

    /** Numbers begin anew with a model that was deleted and registered again under its name: the digest does not. */
    EntityTag tag() {
        String digest = Sha256.of(Json.write(this)).substring(0, DIGITS);
        return new EntityTag(entry.sequence() + "-" + digest);
    }
}
