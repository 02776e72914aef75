package io.hone.platform.access;

import io.hone.contracts.Checks;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Optional;

/**
 * Who may come in, checked.
 *
 * @param root the key that may do everything
 * @param metrics the key that may see metrics
 */
public record AuthSettings(AuthMode mode, Optional<ConfiguredKey> root, Optional<ConfiguredKey> metrics) {

    public AuthSettings {
        Checks.present("mode", mode);
        Checks.present("root", root);
        Checks.present("metrics", metrics);
    }

    /**
     * @param host that the service listens on
     * @param provider whether tokens of an identity provider are looked at
     * @throws IllegalStateException if nobody said how people authenticate, if nobody has to on an interface that others
     *     can reach, or if what was said of an identity provider does not go together
     */
    static AuthSettings of(AuthConfig config, String host, boolean provider) {
        AuthMode mode = config.mode()
                .orElseThrow(() -> new IllegalStateException(
                        "hone.auth.mode is not set, so nobody could be told from a stranger: set HONE_AUTH_MODE to keys or"
                                + " oidc, or to none for a service that only this machine can reach"));
        if (mode == AuthMode.NONE && !isLoopback(host)) {
            throw new IllegalStateException(
                    "hone.auth.mode is none, but quarkus.http.host is '%s', which others can reach: set QUARKUS_HTTP_HOST to 127.0.0.1, or HONE_AUTH_MODE to keys"
                            .formatted(host));
        }
        if (provider != (mode == AuthMode.OIDC)) {
            throw new IllegalStateException(
                    "hone.auth.mode is %s, but quarkus.oidc.tenant-enabled is %s: tokens need HONE_AUTH_MODE=oidc and QUARKUS_OIDC_TENANT_ENABLED=true, both or neither"
                            .formatted(mode.name().toLowerCase(Locale.ROOT), provider));
        }
        return new AuthSettings(
                mode,
                config.rootKey().map(key -> ConfiguredKey.of("root-key", key)),
                config.metricsKey().map(key -> ConfiguredKey.of("metrics-key", key)));
    }

    /** Nobody is asked who he is. */
    public boolean isOpen() {
        return mode == AuthMode.NONE;
    }

    private static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
