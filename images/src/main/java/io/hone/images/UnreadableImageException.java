package io.hone.images;

import java.util.Locale;
import java.util.OptionalLong;

/** The bytes are no image that is accepted; the message says why, with value and limit. */
public final class UnreadableImageException extends Exception {

    private static final long serialVersionUID = 1L;

    /** Why not. */
    public enum Reason {
        EMPTY,
        TOO_MANY_BYTES,
        UNKNOWN_TYPE,
        TOO_MANY_PIXELS,
        /** A progressive JPEG of more scans than are of any use. */
        TOO_MANY_PASSES,
        TOO_SLOW,
        /** Cut off, damaged, or of a variety that cannot be decoded. */
        BROKEN;

        /** As metrics and answers name it. */
        public String wireName() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    private final Reason reason;
    private final long value;
    private final long limit;

    private UnreadableImageException(Reason reason, String message, long value, long limit, Throwable cause) {
        super(message, cause);
        this.reason = reason;
        this.value = value;
        this.limit = limit;
    }

    static UnreadableImageException because(Reason reason, String message) {
        return because(reason, message, null);
    }

    static UnreadableImageException because(Reason reason, String message, Throwable cause) {
        return new UnreadableImageException(reason, message, 0, 0, cause);
    }

    static UnreadableImageException tooMany(Reason reason, String what, long value, long limit) {
        return new UnreadableImageException(
                reason, "image has %d %s, at most %d are allowed".formatted(value, what, limit), value, limit, null);
    }

    static UnreadableImageException tooSlow(long milliseconds, long limit) {
        return new UnreadableImageException(
                Reason.TOO_SLOW,
                "image took more than %d ms to decode, at most %d are allowed".formatted(milliseconds, limit),
                milliseconds,
                limit,
                null);
    }

    public Reason reason() {
        return reason;
    }

    /** What was counted; empty when nothing was. */
    public OptionalLong value() {
        return limit == 0 ? OptionalLong.empty() : OptionalLong.of(value);
    }

    /** What is allowed; empty when nothing was counted. */
    public OptionalLong limit() {
        return limit == 0 ? OptionalLong.empty() : OptionalLong.of(limit);
    }
}
