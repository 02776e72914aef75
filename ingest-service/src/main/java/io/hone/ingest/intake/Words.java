package io.hone.ingest.intake;

import io.hone.contracts.Checks;
import io.hone.platform.problem.InvalidFieldException;
import java.text.Normalizer;
import java.util.Optional;

/**
 * Labels and names that people and tools give. Two that look the same are the same: otherwise one class would become
 * two, of which nobody could tell which is which.
 */
public final class Words {

    private static final int MAX_LENGTH = 200;
    private static final int JOINER = 0x200D;
    private static final int NON_JOINER = 0x200C;
    private static final int ASCII = 0x80;

    private Words() {}

    /**
     * A line of text, composed as Unicode's form C: macOS takes letters apart that others write as one.
     *
     * @throws InvalidFieldException if it is missing, blank, too long, begins or ends with white space, or holds
     *     anything that cannot be seen
     */
    public static String line(String field, String given, int maximum) {
        if (given == null) {
            throw new InvalidFieldException(field, null, field + " is missing");
        }
        try {
            requireVisible(field, given);
            String composed = Normalizer.normalize(given, Normalizer.Form.NFC);
            Checks.line(field, composed, maximum);
            if (!composed.strip().equals(composed)) {
                throw new IllegalArgumentException(field + " begins or ends with white space");
            }
            return composed;
        } catch (IllegalArgumentException e) {
            InvalidFieldException invalid = new InvalidFieldException(field, shown(given), e.getMessage());
            invalid.initCause(e);
            throw invalid;
        }
    }

    /**
     * A line as above of at most {@value #MAX_LENGTH} characters, or nothing: null, or empty as web forms leave it.
     *
     * @throws InvalidFieldException as {@link #line}
     */
    static Optional<String> optional(String field, String given) {
        return Optional.ofNullable(given).filter(text -> !text.isEmpty()).map(text -> line(field, text, MAX_LENGTH));
    }

    private static void requireVisible(String field, String given) {
        for (int at = 0; at < given.length(); at += Character.charCount(given.codePointAt(at))) {
            int character = given.codePointAt(at);
            if (isHidden(character) && !joins(given, at)) {
                throw new IllegalArgumentException("%s holds the character U+%04X%s at %d, which cannot be seen"
                        .formatted(field, character, name(character), at));
            }
        }
    }

    private static String name(int character) {
        String name = Character.getName(character);
        return name == null ? "" : " (" + name + ")";
    }

    /** Control and format characters (those that turn the direction of text among them), line ends, and half characters. */
    private static boolean isHidden(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.UNASSIGNED -> true;
            default -> false;
        };
    }

    /** Persian, many Indian scripts and emoji need joiners, between two characters of theirs. */
    private static boolean joins(String given, int at) {
        int character = given.charAt(at);
        return (character == JOINER || character == NON_JOINER)
                && at > 0
                && at + 1 < given.length()
                && given.charAt(at - 1) >= ASCII
                && given.charAt(at + 1) >= ASCII;
    }

    /** So that an answer cannot be made to look like another either. */
    private static String shown(String given) {
        StringBuilder shown = new StringBuilder();
        for (int at = 0; at < given.length(); at += Character.charCount(given.codePointAt(at))) {
            int character = given.codePointAt(at);
            if (isHidden(character)) {
                shown.append("\\u{%x}".formatted(character));
            } else {
                shown.appendCodePoint(character);
            }
        }
        return shown.toString();
    }
}
