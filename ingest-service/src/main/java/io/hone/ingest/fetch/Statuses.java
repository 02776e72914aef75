package io.hone.ingest.fetch;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpResponse;

/** What a status other than 200 means for who wants the bytes. */
final class Statuses {

    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

    /** A token may be set right, a server come back: everything else in the four hundreds stays as it is. */
    private static final Set<Integer> MAY_CHANGE = Set.of(401, 403, 408, 425, 429);

    private Statuses() {}

    static boolean isRedirect(int status) {
        return REDIRECTS.contains(status);
    }

    static FetchException failure(Destination destination, HttpResponse response) {
        int status = response.getCode();
        String message = "%s is answered with status %d".formatted(destination.shown(), status);
        if (status >= 500 || MAY_CHANGE.contains(status)) {
            return FetchException.forNow(message + hint(status), retryAfter(response));
        }
        return FetchException.refused(message);
    }

    private static String hint(int status) {
        return status == 401 || status == 403 ? ": is the token that is set for this host right?" : "";
    }

    private static Optional<Duration> retryAfter(HttpResponse response) {
        return Optional.ofNullable(response.getFirstHeader(HttpHeaders.RETRY_AFTER))
                .map(Header::getValue)
                .filter(value -> value.matches("\\d{1,6}"))
                .map(value -> Duration.ofSeconds(Long.parseLong(value)));
    }
}
