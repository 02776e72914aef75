package io.hone.platform.problem;

import java.util.function.Supplier;

/** A field of a request holds what it must not; the message says what it must be. */
public final class InvalidFieldException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String field;
    private final String value;

    public InvalidFieldException(String field, String value, String message) {
        super(message);
        this.field = field;
        this.value = value;
    }

    /**
     * What {@code parse} makes of a request's field.
     *
     * @throws InvalidFieldException if {@code value} is null, or {@code parse} throws {@code IllegalArgumentException},
     *     with its message
     */
    public static <T> T parse(String field, String value, Supplier<T> parse) {
        if (value == null) {
            throw new InvalidFieldException(field, null, field + " is missing");
        }
        try {
            return parse.get();
        } catch (IllegalArgumentException e) {
            InvalidFieldException invalid = new InvalidFieldException(field, value, e.getMessage());
            invalid.initCause(e);
            throw invalid;
        }
    }

    public String field() {
        return field;
    }

    /** As it was given; null when it is missing. */
    public String value() {
        return value;
    }
}
