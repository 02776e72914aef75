package io.hone.trainer.reproduction;

/** The version cannot be trained again; the message says what is missing. */
public final class NotReproducibleException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotReproducibleException(String message) {
        super(message);
    }
}
