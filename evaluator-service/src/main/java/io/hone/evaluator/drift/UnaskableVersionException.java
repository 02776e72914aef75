package io.hone.evaluator.drift;

/** A version that should predict cannot, until somebody mends it or the champion moves. */
final class UnaskableVersionException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnaskableVersionException(String message, Throwable cause) {
        super(message, cause);
    }
}
