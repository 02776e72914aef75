package io.hone.vision.archive;

/** The file holds no weights, or none that can be trusted; the message says what it is instead and what to do. */
public final class NotWeightsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public NotWeightsException(String message) {
        super(message);
    }

    public NotWeightsException(String message, Throwable cause) {
        super(message, cause);
    }
}
