package io.hone.ingest.intake;

import java.time.Duration;

/** As many images are being decoded as memory allows, and no place became free in time. */
public final class BusyException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public BusyException(Duration waited) {
        super(("as many images are being decoded as memory allows, and none was done within %d ms:"
                        + " send fewer at the same time, or try again later")
                .formatted(waited.toMillis()));
    }
}
