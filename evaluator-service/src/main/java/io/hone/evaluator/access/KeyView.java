package io.hone.evaluator.access;

import io.hone.contracts.access.Grant;
import io.hone.registry.access.KeyState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A key as people see it: nothing of its secret, not even the digest.
 *
 * @param key the key itself, once, to whoever had it made
 */
record KeyView(
        String id,
        String name,
        List<Grant> grants,
        Instant createdAt,
        String createdBy,
        Optional<Instant> lastUsedAt,
        Optional<Instant> revokedAt,
        Optional<String> revokedBy,
        Optional<String> key) {

    static KeyView of(KeyState state, Optional<String> key) {
        return new KeyView(
                state.key().id(),
                state.key().name(),
                state.key().grants(),
                state.key().createdAt(),
                state.key().createdBy(),
                state.lastUsedAt(),
                state.revoked().map(KeyState.Revocation::at),
                state.revoked().map(KeyState.Revocation::by),
                key);
    }
}
