package io.hone.ingest.fetch;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/**
 * Where a server listens.
 *
 * @param scheme {@code http} or {@code https}
 * @param host in lower case; an IPv6 address in brackets
 * @param port never left out
 */
public record Origin(String scheme, String host, int port) {

    /**
     * Of an address that an operator has set.
     *
     * @throws IllegalArgumentException if it is none; the message names the key and what it must be, and holds no password
     */
    public static Origin of(String key, String address) {
        try {
            URI uri = new URI(address);
            boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
            if (web && uri.getHost() != null && uri.getUserInfo() == null) {
                return of(uri);
            }
        } catch (URISyntaxException e) {
            // falls through to the same message
        }
        throw new IllegalArgumentException(
                "%s is '%s', must be an address such as https://tool.example.org, without a password in it"
                        .formatted(key, address.replaceAll("//[^/@]*@", "//…@")));
    }

    /** Of one that has a scheme of the web and a host. */
    static Origin of(URI uri) {
        return new Origin(uri.getScheme(), uri.getHost().toLowerCase(Locale.ROOT), port(uri));
    }

    private static int port(URI uri) {
        if (uri.getPort() >= 0) {
            return uri.getPort();
        }
        return uri.getScheme().equals("https") ? 443 : 80;
    }

    @Override
    public String toString() {
        return "%s://%s:%d".formatted(scheme, host, port);
    }
}
