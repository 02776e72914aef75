package io.hone.cli.push.source;

/** One entry cannot be used; the message says why. */
final class UnusableException extends Exception {

    private static final long serialVersionUID = 1L;

    UnusableException(String reason) {
        super(reason);
    }
}
