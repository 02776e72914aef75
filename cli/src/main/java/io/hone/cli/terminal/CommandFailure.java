package io.hone.cli.terminal;

/** A command cannot do what it was asked; printed as two sentences: what is wrong, and what to do next. */
public final class CommandFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String next;

    public CommandFailure(String message, String next) {
        this(message, next, null);
    }

    public CommandFailure(String message, String next, Throwable cause) {
        super(message, cause);
        this.next = next;
    }

    /** What to do next. */
    public String next() {
        return next;
    }
}
