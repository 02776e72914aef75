package io.hone.contracts;

import java.util.Objects;

/** The checks that compact constructors share, each with a message that names field, value and limit. */
public final class Checks {

    private Checks() {}

    public static <T> T present(String field, T value) {
        return Objects.requireNonNull(value, () -> field + " is missing");
    }

    public static int atLeast(String field, int value, int minimum) {
        return (int) atLeast(field, (long) value, minimum);
    }

    public static long atLeast(String field, long value, long minimum) {
        if (value < minimum) {
            throw new IllegalArgumentException("%s is %d, must be at least %d".formatted(field, value, minimum));
        }
        return value;
    }

    /** Both bounds belong to the range. */
    public static int within(String field, int value, int minimum, int maximum) {
        if (value < minimum || value > maximum) {
            throw new IllegalArgumentException(
                    "%s is %d, must be between %d and %d".formatted(field, value, minimum, maximum));
        }
        return value;
    }

    /** Both bounds belong to the range; NaN never does. */
    public static double within(String field, double value, double minimum, double maximum) {
        if (!(value >= minimum && value <= maximum)) {
            throw new IllegalArgumentException(
                    "%s is %s, must be between %s and %s".formatted(field, value, minimum, maximum));
        }
        return value;
    }

    /**
     * A line of text that people gave: not blank, no control characters (it ends up in logs, headers and text files),
     * at most {@code maximum} characters.
     */
    public static String line(String field, String value, int maximum) {
        present(field, value);
        if (value.isBlank()) {
            throw new IllegalArgumentException(field + " is blank");
        }
        if (value.length() > maximum) {
            throw new IllegalArgumentException(
                    "%s has %d characters, at most %d are allowed".formatted(field, value.length(), maximum));
        }
        if (value.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException(field + " holds a control character");
        }
        return value;
    }

    /** A SHA-256 digest as 64 lower-case hexadecimal digits. */
    public static String sha256(String field, String value) {
        present(field, value);
        if (value.length() != 64 || !isHexadecimal(value)) {
            throw new IllegalArgumentException(
                    "%s is '%s', must be a SHA-256 in 64 lower-case hexadecimal digits".formatted(field, value));
        }
        return value;
    }

    /** A loop, for every record's key is looked at. */
    private static boolean isHexadecimal(String value) {
        for (int i = 0; i < value.length(); i++) {
            char digit = value.charAt(i);
            if ((digit < '0' || digit > '9') && (digit < 'a' || digit > 'f')) {
                return false;
            }
        }
        return true;
    }
}
