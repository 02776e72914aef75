package io.hone.platform.access;

import io.hone.contracts.Checks;
import io.hone.contracts.Sha256;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;

/**
 * Who may come in, checked.
 *
 * @param rootDigest SHA-256 of the key that may do everything
 */
public record AuthSettings(AuthMode mode, Optional<String> rootDigest) {

    private static final int SHORTEST_ROOT_KEY = 32;

    public AuthSettings {
        Checks.present("mode", mode);
        Checks.present("rootDigest", rootDigest);
    }

    /**
     * @param host that the service listens on
     * @throws IllegalStateException if nobody said how people authenticate, or nobody has to on an interface that others
     *     can reach
     */
    static AuthSettings of(AuthConfig config, String host) {
        AuthMode mode = config.mode()
                .orElseThrow(() -> new IllegalStateException(
                        "hone.auth.mode is not set, so nobody could be told from a stranger: set HONE_AUTH_MODE to keys or"
                                + " oidc, or to none for a service that only this machine can reach"));
        if (mode == AuthMode.NONE && !isLoopback(host)) {
            throw new IllegalStateException(
                    "hone.auth.mode is none, but quarkus.http.host is '%s', which others can reach: set QUARKUS_HTTP_HOST to 127.0.0.1, or HONE_AUTH_MODE to keys"
                            .formatted(host));
        }
        return new AuthSettings(
                mode, config.rootKey().map(AuthSettings::checked).map(Sha256::of));
    }

    /** Nobody is asked who he is. */
    public boolean isOpen() {
        return mode == AuthMode.NONE;
    }

    private static String checked(String rootKey) {
        if (rootKey.length() < SHORTEST_ROOT_KEY) {
            throw new IllegalStateException(
                    "hone.auth.root-key has %d characters, must have at least %d: make one with 'openssl rand -hex 32'"
                            .formatted(rootKey.length(), SHORTEST_ROOT_KEY));
        }
        return rootKey;
    }

    private static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
