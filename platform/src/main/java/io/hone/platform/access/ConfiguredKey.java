package io.hone.platform.access;

import io.hone.contracts.Checks;
import io.hone.contracts.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * A key out of the configuration.
 *
 * @param digest its SHA-256: the key itself is not kept, and so cannot end up in a log
 */
public record ConfiguredKey(String digest) {

    private static final int SHORTEST = 32;

    public ConfiguredKey {
        Checks.sha256("digest", digest);
    }

    /**
     * @param setting below {@code hone.auth}
     * @throws IllegalStateException if the key is so short that it could be guessed
     */
    static ConfiguredKey of(String setting, String key) {
        if (key.length() < SHORTEST) {
            throw new IllegalStateException(
                    "hone.auth.%s has %d characters, must have at least %d: make one with 'openssl rand -hex 32'"
                            .formatted(setting, key.length(), SHORTEST));
        }
        return new ConfiguredKey(Sha256.of(key));
    }

    /** In a time that tells nothing of how much of it is right. */
    boolean is(String presented) {
        return MessageDigest.isEqual(ascii(digest), ascii(Sha256.of(presented)));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
