package io.hone.ingest.quarantine;

import io.hone.contracts.ObjectKeys;
import io.hone.contracts.image.ImageId;
import io.hone.contracts.image.ImagePayload;
import io.hone.contracts.image.LabelledImage;
import io.hone.ingest.intake.BusyException;
import io.hone.registry.store.ObjectStore;
import io.hone.registry.store.ObjectStoreException;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** The bytes of images, a few at a time: each may be large. */
final class Pictures {

    private static final int AT_ONCE = 4;
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final ObjectStore images;
    private final int maxBytes;
    private final Semaphore free = new Semaphore(AT_ONCE, true);

    Pictures(ObjectStore images, int maxBytes) {
        this.images = images;
        this.maxBytes = maxBytes;
    }

    /**
     * Empty if the bytes are not there, or are not the image's.
     *
     * @param image read in its turn
     * @throws BusyException if too many others are shown
     * @throws ObjectStoreException if the bucket is away
     */
    Optional<byte[]> of(Supplier<LabelledImage> image) {
        try {
            if (!free.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new BusyException("%d images are being shown already: try again soon".formatted(AT_ONCE));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BusyException("interrupted while waiting for one's turn");
        }
        try {
            return bytes(image.get());
        } finally {
            free.release();
        }
    }

    private Optional<byte[]> bytes(LabelledImage image) {
        if (image.payload() instanceof ImagePayload.Inline inline) {
            return Optional.of(inline.bytes());
        }
        ImagePayload.Reference reference = (ImagePayload.Reference) image.payload();
        // Whoever writes to the topic could name anything that lies in a bucket.
        return reference.bucket().equals(ObjectKeys.IMAGES)
                ? fetch(reference.key()).filter(bytes -> ImageId.of(bytes).equals(image.id()))
                : Optional.empty();
    }

    private Optional<byte[]> fetch(String key) {
        Optional<InputStream> found = images.open(key);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        try (InputStream in = found.get()) {
            return Optional.of(in.readNBytes(maxBytes));
        } catch (IOException e) {
            throw new ObjectStoreException("cannot read '%s': %s".formatted(key, e.getMessage()), e);
        }
    }
}
