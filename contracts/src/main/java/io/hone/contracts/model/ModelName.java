package io.hone.contracts.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/**
 * The name a model is registered under. It becomes part of topic names and object keys, so it keeps to 1 to 64
 * lower-case letters, digits, {@code -} and {@code _}, beginning with a letter or digit.
 */
public record ModelName(@JsonValue String value) implements Comparable<ModelName> {

    private static final Pattern ALLOWED = Pattern.compile("[a-z0-9][a-z0-9_-]{0,63}");

    @JsonCreator
    public ModelName {
        if (value == null || !ALLOWED.matcher(value).matches()) {
            throw new IllegalArgumentException("model name '%s' must match %s".formatted(value, ALLOWED));
        }
    }

    @Override
    public int compareTo(ModelName other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
