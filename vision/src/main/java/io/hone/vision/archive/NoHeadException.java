package io.hone.vision.archive;

/** The model has no layer that could be its head; the message says what was looked for and what was found. */
public final class NoHeadException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public NoHeadException(String message) {
        super(message);
    }
}
