package io.hone.ingest.task;

/** A task cannot be done, however often it is tried: it becomes a dead letter with this message as its reason. */
public final class UnusableTaskException extends Exception {

    private static final long serialVersionUID = 1L;

    public UnusableTaskException(String message) {
        super(message);
    }

    public UnusableTaskException(String message, Throwable cause) {
        super(message, cause);
    }
}
