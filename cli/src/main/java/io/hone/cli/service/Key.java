package io.hone.cli.service;

import java.util.List;

/**
 * An API key, as the evaluator tells of it.
 *
 * @param grants such as {@code labeller:plants}
 * @param lastUsedAt ISO 8601; null if never
 * @param revokedAt ISO 8601; null while it opens
 * @param key itself; null but in the answer to its making
 */
public record Key(
        String id,
        String name,
        List<String> grants,
        String createdAt,
        String createdBy,
        String lastUsedAt,
        String revokedAt,
        String revokedBy,
        String key) {

    public Key {
        grants = List.copyOf(grants);
    }

    /** Without the key itself. */
    @Override
    public String toString() {
        return "%s (%s) %s".formatted(id, name, grants);
    }
}
