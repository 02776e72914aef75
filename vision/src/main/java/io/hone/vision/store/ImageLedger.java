package io.hone.vision.store;

import io.hone.contracts.image.ImageId;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Optional;

/**
 * Which images have been dealt with, and what came of it: ids, and one value. Both are written in one atomic batch, so
 * that after {@code kill -9} they agree. After a power failure the ledger may have forgotten its last seconds, of both
 * alike.
 *
 * <p>For one writing thread and any number of reading ones. Once closed, everything answers {@link
 * IllegalStateException}; when the disk fails, {@link ImageStoreException}.
 */
public final class ImageLedger implements AutoCloseable {

    private static final byte[] NOTHING = {};

    private final Database database;
    private final View live;

    private ImageLedger(Database database) {
        this.database = database;
        this.live = database.live();
    }

    /**
     * Opens the ledger, or makes it.
     *
     * @throws ImageStoreException if it cannot be opened: in use, broken, or the directory cannot be written
     */
    public static ImageLedger open(Path directory) {
        return new ImageLedger(Database.open(directory));
    }

    /** As last written; empty if nothing has been. */
    public Optional<byte[]> value() {
        return live.get(Keys.STATE);
    }

    public boolean holds(ImageId id) {
        return live.get(Keys.image(id)).isPresent();
    }

    /** Adds the images and replaces the value: all of it, or nothing. */
    public void write(Collection<ImageId> images, byte[] value) {
        database.write(batch -> {
            for (ImageId image : images) {
                batch.put(Keys.image(image), NOTHING);
            }
            batch.put(Keys.STATE, value);
        });
    }

    /** Forgets all images, and replaces the value. */
    public void clear(byte[] value) {
        database.write(batch -> {
            batch.deleteRange(Keys.FIRST, Keys.LAST);
            batch.put(Keys.STATE, value);
        });
    }

    /** A second time it does nothing. */
    @Override
    public void close() {
        database.close();
    }
}
