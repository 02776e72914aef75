package io.hone.vision.features;

import io.hone.contracts.Checks;
import io.hone.contracts.image.ImageId;
import io.hone.vision.cache.CacheDatabase;
import io.hone.vision.cache.CacheException;
import java.nio.file.Path;
import java.util.Set;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;
import org.rocksdb.WriteBatch;

/**
 * What backbones said about images, so that a run computes only what is new. A cache: one that is broken or of another
 * layout is emptied, who deletes the directory loses nothing but time. Of backbones, only those asked for last are kept:
 * the champion's and its candidate's.
 *
 * <p>For any number of threads, which wait for each other. Once closed, everything answers
 * {@link IllegalStateException}; when the disk fails, {@link CacheException}.
 */
public final class FeatureStore implements AutoCloseable {

    private final CacheDatabase database;

    private FeatureStore(CacheDatabase database) {
        this.database = database;
    }

    /**
     * Opens the store, or makes it.
     *
     * @throws CacheException if it is in use, or the directory cannot be written
     */
    public static FeatureStore open(Path directory) {
        return new FeatureStore(new CacheDatabase(directory, "feature store", Keys.LAYOUT));
    }

    /**
     * What one backbone said. It counts as asked for now; whichever was asked for longest ago is dropped when there
     * are more than two.
     *
     * @param backboneDigest SHA-256 of the file the features are computed with
     * @param width features of an image
     */
    public Features of(String backboneDigest, int width) {
        Checks.sha256("backboneDigest", backboneDigest);
        Checks.atLeast("width", width, 1);
        database.use((rocks, options) -> new Backbones(rocks, options).touch(backboneDigest));
        return new Features(database, backboneDigest, width);
    }

    /** Forgets all images but these: those taken out of the stream do not stay here. */
    public void retain(Set<ImageId> images) {
        database.use((rocks, options) -> {
            try (WriteBatch batch = new WriteBatch()) {
                addDeletions(batch, rocks, images);
                rocks.write(options, batch);
                return batch;
            }
        });
    }

    private static void addDeletions(WriteBatch batch, RocksDB rocks, Set<ImageId> wanted) throws RocksDBException {
        try (RocksIterator iterator = rocks.newIterator()) {
            iterator.seek(Keys.FEATURES);
            while (iterator.isValid() && iterator.key()[0] == Keys.FEATURES[0]) {
                byte[] key = iterator.key();
                if (!wanted.contains(Keys.image(key))) {
                    batch.delete(key);
                }
                iterator.next();
            }
            iterator.status();
        }
    }

    /** A second time it does nothing. */
    @Override
    public void close() {
        database.close();
    }
}
