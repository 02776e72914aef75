package io.hone.ingest.fetch;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Hosts by name.
 *
 * @param patterns a name or an IP address, {@code *.example.org} for all names below that one, {@code *} for all
 */
record Hosts(List<String> patterns) {

    private static final Pattern PATTERN =
            Pattern.compile("\\*|(\\*\\.)?[a-z0-9]([a-z0-9.-]*[a-z0-9])?|\\[[0-9a-f:.]+]");

    /** @throws IllegalArgumentException naming the first pattern that is none */
    Hosts {
        patterns = patterns.stream()
                .map(pattern -> pattern.toLowerCase(Locale.ROOT))
                .toList();
        for (String pattern : patterns) {
            if (!PATTERN.matcher(pattern).matches()) {
                throw new IllegalArgumentException(
                        "'%s' is no host: must be such as images.example.org, *.example.org, or * for all"
                                .formatted(pattern));
            }
        }
    }

    /** @param host in lower case */
    boolean include(String host) {
        return patterns.stream().anyMatch(pattern -> matches(pattern, host));
    }

    private static boolean matches(String pattern, String host) {
        if (pattern.equals("*")) {
            return true;
        }
        return pattern.startsWith("*.") ? host.endsWith(pattern.substring(1)) : host.equals(pattern);
    }
}
