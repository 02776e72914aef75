package io.hone.registry.access;

import io.hone.contracts.Checks;
import io.hone.contracts.access.Grant;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.List;

/**
 * A key that somebody was given. The key itself is kept nowhere, only a digest of its secret.
 *
 * @param name of its holder, as logs and the champion chain tell it, 1 to 100 characters
 * @param digest SHA-256 of the secret
 * @param grants what its holder may do, at least one
 * @param createdBy who gave it
 */
public record ApiKey(String id, String name, String digest, List<Grant> grants, Instant createdAt, String createdBy) {

    private static final int LONGEST_NAME = 100;

    public ApiKey {
        Checks.present("id", id);
        Checks.line("name", name, LONGEST_NAME);
        Checks.sha256("digest", digest);
        grants = List.copyOf(Checks.present("grants", grants));
        Checks.atLeast("number of grants", grants.size(), 1);
        Checks.present("createdAt", createdAt);
        Checks.present("createdBy", createdBy);
    }

    /** In a time that tells nothing of how much of the secret is right. */
    public boolean opensWith(KeyText presented) {
        return id.equals(presented.id())
                && MessageDigest.isEqual(
                        digest.getBytes(StandardCharsets.US_ASCII),
                        presented.digest().getBytes(StandardCharsets.US_ASCII));
    }
}
