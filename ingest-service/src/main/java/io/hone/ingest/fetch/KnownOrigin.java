package io.hone.ingest.fetch;

import io.hone.contracts.Checks;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A server that an operator has named, and may be fetched from.
 *
 * @param header that opens it, sent to no other
 * @param anyNetwork whether it may be in a private network: a labelling tool often is
 */
public record KnownOrigin(Origin origin, Optional<Header> header, boolean anyNetwork) {

    public KnownOrigin {
        Checks.present("origin", origin);
        Checks.present("header", header);
    }

    /** One header; its value is a secret, and in no text. */
    public record Header(String name, String value) {

        private static final Pattern NAME = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]{1,100}");
        private static final Pattern VALUE = Pattern.compile("[\\x21-\\x7e]([\\x20-\\x7e]*[\\x21-\\x7e])?");

        /** @throws IllegalArgumentException naming the key that cannot be sent; never the value */
        public static Header of(String nameKey, String name, String valueKey, String value) {
            if (!NAME.matcher(name).matches()) {
                throw new IllegalArgumentException(
                        "%s is '%s', must be a header's name such as Authorization".formatted(nameKey, name));
            }
            if (!VALUE.matcher(value).matches() || value.length() > 8_000) {
                throw new IllegalArgumentException(
                        "%s has %d characters, must have 1 to 8000, all of them ASCII and visible, none a space at the ends"
                                .formatted(valueKey, value.length()));
            }
            return new Header(name, value);
        }

        @Override
        public String toString() {
            return name + ": …";
        }
    }
}
