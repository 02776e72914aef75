package io.hone.ingest.intake;

import io.hone.images.ImageDecoder;
import io.hone.images.ImageHeader;
import io.hone.images.ImageType;
import io.hone.images.UnreadableImageException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Tells readable images from others, so many at a time that decoded pixels fit into memory. */
public final class DecodeSlots {

    private final ImageDecoder decoder;
    private final int slots;
    private final Duration patience;
    private final Semaphore free;

    /** @param patience how long an image waits for its turn */
    public DecodeSlots(ImageDecoder decoder, int slots, Duration patience) {
        this.decoder = decoder;
        this.slots = slots;
        this.patience = patience;
        this.free = new Semaphore(slots, true);
    }

    /**
     * Looks at what is cheap to see before it waits for a slot and decodes the image to its end.
     *
     * @throws UnreadableImageException if it is no image within the limits
     * @throws BusyException if no slot became free in time
     */
    public ImageType check(byte[] encoded) throws UnreadableImageException {
        ImageHeader header = decoder.inspect(encoded);
        acquire();
        try {
            decoder.decode(encoded);
        } finally {
            free.release();
        }
        return header.type();
    }

    private void acquire() {
        try {
            if (!free.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new BusyException(slots);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BusyException(slots);
        }
    }
}
