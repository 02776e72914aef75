package io.hone.ingest.record;

/** What is known about a model's images is not up to date, or others are at work on the same image: try again soon. */
public final class NotYetException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public NotYetException(String message) {
        super(message);
    }
}
