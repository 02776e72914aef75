package io.hone.registry.access;

import java.time.Instant;
import java.util.Optional;

/**
 * A key, and what became of it.
 *
 * @param lastUsedAt to within some minutes; empty if never
 */
public record KeyState(ApiKey key, Optional<Revocation> revoked, Optional<Instant> lastUsedAt) {

    /** From when on a key opens nothing any more. */
    public record Revocation(Instant at, String by) {}
}
