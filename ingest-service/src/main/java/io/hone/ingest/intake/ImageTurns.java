package io.hone.ingest.intake;

import io.hone.contracts.image.ImageId;
import io.hone.contracts.model.ModelName;
import io.hone.ingest.record.NotYetException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Lets what reads an image's record and writes the next one follow one another, image by image, in this process. */
public final class ImageTurns {

    /** Two images that share one wait for each other now and then, which is harmless. */
    private static final int LOCKS = 1024;

    private final ReentrantLock[] locks =
            IntStream.range(0, LOCKS).mapToObj(i -> new ReentrantLock(true)).toArray(ReentrantLock[]::new);
    private final Duration patience;

    public ImageTurns(Duration patience) {
        this.patience = patience;
    }

    /** @throws NotYetException if one's turn does not come in time */
    public <T> T take(ModelName model, ImageId id, Supplier<T> work) {
        ReentrantLock lock = locks[Math.floorMod(Objects.hash(model, id), LOCKS)];
        try {
            if (!lock.tryLock(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new NotYetException("image '%s' is being corrected by others, and was not free within %d s"
                        .formatted(id, patience.toSeconds()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotYetException("interrupted while waiting for image '%s'".formatted(id));
        }
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }
}
