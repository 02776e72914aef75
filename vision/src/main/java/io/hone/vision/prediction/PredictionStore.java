package io.hone.vision.prediction;

import io.hone.contracts.image.ImageId;
import io.hone.vision.cache.CacheDatabase;
import io.hone.vision.cache.CacheException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;
import org.rocksdb.WriteBatch;

/**
 * What versions said about images. Labels are no part of it: an image that is given another one needs no new answer. A
 * cache: one that is broken or of another layout is emptied, who deletes the directory loses nothing but time.
 *
 * <p>For any number of threads, which wait for each other. Once closed, everything answers
 * {@link IllegalStateException}; when the disk fails, {@link CacheException}.
 */
public final class PredictionStore implements AutoCloseable {

    private final CacheDatabase database;

    private PredictionStore(CacheDatabase database) {
        this.database = database;
    }

    /**
     * Opens the store, or makes it.
     *
     * @throws CacheException if it is in use, or the directory cannot be written
     */
    public static PredictionStore open(Path directory) {
        return new PredictionStore(new CacheDatabase(directory, "prediction store", Keys.LAYOUT));
    }

    /**
     * @param version SHA-256 of all that its answers follow from
     * @return what it said about each image, in the same order; empty where it was not asked yet
     */
    public List<Optional<Answer>> find(String version, List<ImageId> images) {
        if (images.isEmpty()) {
            return List.of();
        }
        byte[] prefix = Keys.version(version);
        List<byte[]> keys =
                images.stream().map(image -> Keys.answer(prefix, image)).toList();
        return database.use((rocks, options) -> rocks.multiGetAsList(keys)).stream()
                .map(value -> Optional.ofNullable(value).map(Keys::answer))
                .toList();
    }

    /**
     * All of them or none.
     *
     * @param answers one for each image, in the same order
     */
    public void put(String version, List<ImageId> images, List<Answer> answers) {
        if (images.size() != answers.size()) {
            throw new IllegalArgumentException("%d answers for %d images".formatted(answers.size(), images.size()));
        }
        byte[] prefix = Keys.version(version);
        database.use((rocks, options) -> {
            try (WriteBatch batch = new WriteBatch()) {
                for (int i = 0; i < images.size(); i++) {
                    batch.put(Keys.answer(prefix, images.get(i)), Keys.value(answers.get(i)));
                }
                rocks.write(options, batch);
                return batch;
            }
        });
    }

    /** Forgets all versions but these, and all images but these: those taken out of the stream do not stay here. */
    public void retain(Set<String> versions, Set<ImageId> images) {
        database.use((rocks, options) -> {
            try (WriteBatch batch = new WriteBatch()) {
                addDeletions(batch, rocks, versions, images);
                rocks.write(options, batch);
                return batch;
            }
        });
    }

    private static void addDeletions(WriteBatch batch, RocksDB rocks, Set<String> versions, Set<ImageId> images)
            throws RocksDBException {
        try (RocksIterator iterator = rocks.newIterator()) {
            iterator.seek(Keys.ANSWERS);
            while (iterator.isValid() && iterator.key()[0] == Keys.ANSWERS[0]) {
                byte[] key = iterator.key();
                byte[] version = Keys.version(Keys.versionOf(key));
                if (!versions.contains(Keys.versionOf(key))) {
                    batch.deleteRange(version, Keys.after(version));
                    iterator.seek(Keys.after(version));
                    continue;
                }
                if (!images.contains(Keys.imageOf(key))) {
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
