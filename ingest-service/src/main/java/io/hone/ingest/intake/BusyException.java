package io.hone.ingest.intake;

/** As many images are being decoded as memory allows, and no place became free in time. */
public final class BusyException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BusyException(int slots) {
        super("all %d decoders have been busy for too long: send fewer images at the same time, or try again later"
                .formatted(slots));
    }
}
