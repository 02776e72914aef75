package io.hone.ingest.intake;

import io.hone.contracts.Checks;
import io.hone.images.ImageDecoder;
import io.hone.images.ImageType;
import io.hone.images.OpenImage;
import io.hone.images.UnreadableImageException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Tells readable images from others, so many at a time that what they are decoded to fits into memory: a few large ones,
 * or many small ones. One that would not fit alone has all of it to itself.
 */
public final class DecodeMemory {

    /** A permit of the semaphore: an int of them is two terabytes. */
    private static final int BLOCK_BYTES = 1 << 10;

    private final ImageDecoder decoder;
    private final int blocks;
    private final Duration patience;
    private final Semaphore free;

    /**
     * @param bytes that images being decoded may take together, at least 1
     * @param patience how long an image waits for its turn
     */
    public DecodeMemory(ImageDecoder decoder, long bytes, Duration patience) {
        this.decoder = decoder;
        this.blocks = blocks(Checks.atLeast("hone.ingest.decode-memory", bytes, 1));
        this.patience = patience;
        // Fair, or a stream of small images would keep a large one out for ever.
        this.free = new Semaphore(blocks, true);
    }

    /**
     * Looks at what is cheap to see before it waits for memory and reads the image to its end.
     *
     * @throws UnreadableImageException if it is no image within the limits
     * @throws BusyException if not enough became free in time
     */
    public ImageType check(byte[] encoded) throws UnreadableImageException {
        int taken;
        try (OpenImage image = decoder.open(encoded)) {
            taken = Math.min(blocks, blocks(image.header().memory()));
            if (acquire(taken, Duration.ZERO)) {
                try {
                    return verified(image);
                } finally {
                    free.release(taken);
                }
            }
        }
        // An open image is a second copy, which nobody keeps who waits.
        if (!acquire(taken, patience)) {
            throw busy();
        }
        try (OpenImage image = decoder.open(encoded)) {
            return verified(image);
        } finally {
            free.release(taken);
        }
    }

    private static ImageType verified(OpenImage image) throws UnreadableImageException {
        image.verify();
        return image.header().type();
    }

    private static int blocks(long bytes) {
        return Math.toIntExact((bytes + BLOCK_BYTES - 1) / BLOCK_BYTES);
    }

    private boolean acquire(int taken, Duration within) {
        try {
            return free.tryAcquire(taken, within.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw busy();
        }
    }

    private BusyException busy() {
        return new BusyException(("as many images are being decoded as memory allows, and none was done within %d ms:"
                        + " send fewer at the same time, or try again later")
                .formatted(patience.toMillis()));
    }
}
