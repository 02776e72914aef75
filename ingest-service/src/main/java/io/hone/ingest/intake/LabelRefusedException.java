package io.hone.ingest.intake;

/** A label that cannot hold, though there is nothing wrong with it as such; the message says what to do. */
public final class LabelRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Why. */
    public enum Reason {
        /** The image is golden, which readers never forget, and was to be trained on. */
        GOLDEN,
        /** Only trusted annotators' labels hold, and the image has none. */
        UNTRUSTED
    }

    private final Reason reason;
    private final String field;
    private final String value;

    LabelRefusedException(Reason reason, String field, String value, String message) {
        super(message);
        this.reason = reason;
        this.field = field;
        this.value = value;
    }

    public Reason reason() {
        return reason;
    }

    public String field() {
        return field;
    }

    public String value() {
        return value;
    }
}
