package io.hone.vision.classifier;

/** The file is no classifier that this engine can run on images of the described size; the message says why. */
public final class UnusableModelException extends RuntimeException {

    public UnusableModelException(String message) {
        super(message);
    }

    public UnusableModelException(String message, Throwable cause) {
        super(message, cause);
    }
}
