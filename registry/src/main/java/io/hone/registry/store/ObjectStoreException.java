package io.hone.registry.store;

/** The object store is away, or refuses; the message names operation, bucket and key. */
public final class ObjectStoreException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public ObjectStoreException(String message, Throwable cause) {
        super(message, cause);
    }
}
