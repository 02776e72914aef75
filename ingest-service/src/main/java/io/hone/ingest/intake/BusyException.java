package io.hone.ingest.intake;

/** As much is under way as memory allows. */
public final class BusyException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public BusyException(String message) {
        super(message);
    }
}
