package io.hone.ingest.trained;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.hone.contracts.ObjectKeys;
import io.hone.contracts.image.ImageId;
import io.hone.contracts.model.ModelName;
import io.hone.registry.ModelRegistry;
import io.hone.registry.store.ObjectStore;
import io.hone.registry.version.Manifest;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which versions were trained on an image, by the lists of images that versions keep in the bucket. Each list is brought
 * here once, in short; a question brings at most {@value #NEW_LISTS} of them, of the last {@value #MOST_VERSIONS}
 * versions, and tells which ones it has not looked at.
 */
public final class TrainedVersions {

    static final int MOST_VERSIONS = 50;
    static final int NEW_LISTS = 5;

    private static final Logger LOG = LoggerFactory.getLogger(TrainedVersions.class);
    private static final long MOST_BYTES = 64 << 20;
    private static final int MOST_MANIFESTS = 10_000;

    private final ModelRegistry registry;
    private final ObjectStore models;
    private final Path directory;
    private final ReentrantLock fetching = new ReentrantLock();

    private record Key(ModelName model, int version) {}

    /** What a manifest says; manifests never change. */
    private record Training(boolean trained, Optional<String> digest) {}

    private final Cache<Key, Training> trainings =
            Caffeine.newBuilder().maximumSize(MOST_MANIFESTS).build();

    /** Digests of lists that cannot be brought here, not tried again for a while. */
    private final Cache<String, Boolean> unusable = Caffeine.newBuilder()
            .maximumSize(MOST_MANIFESTS)
            .expireAfterWrite(Duration.ofMinutes(10))
            .build();

    /**
     * @param versions trained on the image, oldest first
     * @param unknown versions that were not looked at: older than the last {@value #MOST_VERSIONS}, of a list that is
     *     missing or too long, or to be looked at by one of the next questions
     */
    public record Answer(List<Integer> versions, List<Integer> unknown) {}

    /**
     * @param models the bucket of the models
     * @param directory a cache: lost, the lists are brought here again
     */
    public TrainedVersions(ModelRegistry registry, ObjectStore models, Path directory) {
        this.registry = registry;
        this.models = models;
        this.directory = directory;
    }

    /** @throws io.hone.registry.store.ObjectStoreException if the bucket is away */
    public Answer of(ModelName model, ImageId id) {
        List<Integer> numbers = registry.versions().numbers(model);
        int older = Math.max(0, numbers.size() - MOST_VERSIONS);
        List<Integer> trained = new ArrayList<>();
        List<Integer> unknown = new ArrayList<>(numbers.subList(0, older));
        Budget budget = new Budget();
        for (int version : numbers.subList(older, numbers.size())) {
            Key key = new Key(model, version);
            if (training(key).map(Training::trained).orElse(false)) {
                Optional<Boolean> found = look(key, id, budget);
                if (found.isEmpty()) {
                    unknown.add(version);
                } else if (found.get()) {
                    trained.add(version);
                }
            }
        }
        return new Answer(trained, unknown);
    }

    private static final class Budget {
        private int lists = NEW_LISTS;
    }

    /** Empty if that is not known. */
    private Optional<Boolean> look(Key key, ImageId id, Budget budget) {
        Optional<String> digest = training(key).flatMap(Training::digest);
        if (digest.isEmpty() || unusable.getIfPresent(digest.get()) != null) {
            return Optional.empty();
        }
        Path file = directory.resolve(key.model.value()).resolve(digest.get() + ".ids");
        if (!Files.exists(file) && budget.lists-- > 0) {
            bring(key, file, digest.get());
        }
        try {
            return Files.exists(file) ? Optional.of(IdList.contains(file, id)) : Optional.empty();
        } catch (IOException e) {
            LOG.warn("List of images cannot be read: {}", e.getMessage(), e);
            return Optional.empty();
        }
    }

    /** Empty for a version that does not exist yet. */
    private Optional<Training> training(Key key) {
        Training known = trainings.getIfPresent(key);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<Training> read =
                registry.versions().find(key.model, key.version).map(TrainedVersions::training);
        read.ifPresent(training -> trainings.put(key, training));
        return read;
    }

    private static Training training(Manifest manifest) {
        return manifest.training()
                .map(training -> new Training(true, training.dataset().imagesDigest()))
                .orElse(new Training(false, Optional.empty()));
    }

    /** One at a time over all questions; the others do without. */
    private void bring(Key key, Path file, String digest) {
        if (!fetching.tryLock()) {
            return;
        }
        String list = ObjectKeys.versionFile(key.model, key.version, ObjectKeys.IMAGE_LIST);
        try (InputStream csv = models.open(list).orElseThrow(() -> new FileNotFoundException(list + " is not there"))) {
            IdList.write(file, csv, digest, MOST_BYTES);
        } catch (IOException | IllegalArgumentException e) {
            unusable.put(digest, true);
            LOG.warn("Images of model={} version={} are not known: {}", key.model, key.version, e.getMessage());
        } finally {
            fetching.unlock();
        }
    }
}
