package io.hone.vision.features;

import io.hone.contracts.image.ImageId;
import io.hone.vision.cache.CacheDatabase;
import java.util.List;
import java.util.Optional;
import org.rocksdb.WriteBatch;

/** What one backbone said about images, as far as the store knows. Ends with its store. */
public final class Features {

    private final CacheDatabase database;
    private final String backbone;
    private final int width;

    Features(CacheDatabase database, String backbone, int width) {
        this.database = database;
        this.backbone = backbone;
        this.width = width;
    }

    /** Features of an image. */
    public int width() {
        return width;
    }

    /** Empty as well if what lies there is of another width. */
    public Optional<float[]> find(ImageId id) {
        return database.use((rocks, options) -> Optional.ofNullable(rocks.get(Keys.features(backbone, id)))
                .filter(bytes -> bytes.length == width * Float.BYTES)
                .map(Vectors::floats));
    }

    /** Those without features, in the same order. */
    public List<ImageId> missing(List<ImageId> ids) {
        return ids.stream().filter(id -> find(id).isEmpty()).toList();
    }

    /**
     * All of them or none.
     *
     * @param features of one image after the other: at least n × width
     */
    public void put(List<ImageId> ids, float[] features) {
        if (features.length < ids.size() * width) {
            throw new IllegalArgumentException("%d images of %d features need %d numbers, not %d"
                    .formatted(ids.size(), width, ids.size() * width, features.length));
        }
        database.use((rocks, options) -> {
            try (WriteBatch batch = new WriteBatch()) {
                for (int i = 0; i < ids.size(); i++) {
                    batch.put(Keys.features(backbone, ids.get(i)), Vectors.bytes(features, i * width, width));
                }
                rocks.write(options, batch);
                return batch;
            }
        });
    }
}
