package io.hone.ingest.fetch;

import io.hone.contracts.Checks;
import java.time.Duration;

/**
 * How long a fetch may take.
 *
 * @param mostRedirects that are followed, 0 to 10
 * @param connect until a connection stands
 * @param read for which a server may be silent
 * @param total from the first look at the address to the last byte, redirects included
 */
public record FetchLimits(int mostRedirects, Duration connect, Duration read, Duration total) {

    private static final String PREFIX = "hone.fetch.";
    private static final Duration LEAST = Duration.ofMillis(10);

    public FetchLimits {
        Checks.within(PREFIX + "most-redirects", mostRedirects, 0, 10);
        within("connect-timeout", connect, Duration.ofMinutes(1));
        within("read-timeout", read, Duration.ofMinutes(1));
        within("total-timeout", total, Duration.ofMinutes(5));
    }

    private static void within(String key, Duration value, Duration most) {
        if (value.compareTo(LEAST) < 0 || value.compareTo(most) > 0) {
            throw new IllegalArgumentException(
                    "%s%s is %s, must be between %s and %s".formatted(PREFIX, key, value, LEAST, most));
        }
    }
}
