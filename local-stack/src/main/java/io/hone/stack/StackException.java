package io.hone.stack;

/** A server of the local stack did not start or stop; the message is meant for a person and says what to do. */
public final class StackException extends RuntimeException {
    public StackException(String message) {
        super(message);
    }

    public StackException(String message, Throwable cause) {
        super(message, cause);
    }
}
