package io.hone.evaluator.promotion;

import java.util.Optional;

/** The champion stays where it is; the message says why, and what to do instead. */
public final class MoveRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What stands against it. */
    public enum Why {
        /** There is no such version. */
        UNKNOWN_VERSION,
        /** No champion came before this one, or the named version was none. */
        NEVER_CHAMPION,
        /** The version lacks a file, has another than its manifest says, or cannot be loaded. */
        UNUSABLE_VERSION,
        /** Its class ids mean something else than the champion's. */
        OTHER_CLASSES,
        /** The candidate does not wait for a person. */
        NOT_AWAITING_APPROVAL,
        /** The candidate has its verdict already, or never was one. */
        NOT_A_CANDIDATE,
        /** The champion is another than the one that the request was about. */
        CHAMPION_MOVED,
        /** The key was given with another request before. */
        KEY_REUSED
    }

    private final Why why;
    private final String field;
    private final transient Object value;
    private final transient Object limit;

    MoveRefusedException(Why why, String field, Object value, Object limit, String message) {
        super(message);
        this.why = why;
        this.field = field;
        this.value = value;
        this.limit = limit;
    }

    public Why why() {
        return why;
    }

    /** Of the request. */
    public String field() {
        return field;
    }

    /** What the field held; empty when it was not given. */
    public Optional<Object> value() {
        return Optional.ofNullable(value);
    }

    /** What it had to be; empty where the message says it better. */
    public Optional<Object> limit() {
        return Optional.ofNullable(limit);
    }
}
