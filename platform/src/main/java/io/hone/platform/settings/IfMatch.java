package io.hone.platform.settings;

import io.hone.platform.problem.InvalidFieldException;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.OptionalLong;

/** The change that a request was made from: an entity tag is its number in quotes; the star stands for any. */
public final class IfMatch {

    private IfMatch() {}

    /** @param header null when it was not sent */
    public static OptionalLong sequence(String header) {
        if (header == null || "*".equals(header)) {
            return OptionalLong.empty();
        }
        if (!header.matches("\"\\d{1,12}\"")) {
            throw new InvalidFieldException(
                    HttpHeaders.IF_MATCH,
                    header,
                    "If-Match is %s, must be an ETag of GET, such as \"3\"".formatted(header));
        }
        return OptionalLong.of(Long.parseLong(header.substring(1, header.length() - 1)));
    }
}
