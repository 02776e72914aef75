package io.hone.evaluator.promotion;

import io.hone.registry.store.ObjectStore;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/** A bucket whose user dies just before, or just after, an object is created. */
public final class DyingStore implements ObjectStore {

    public static final class Death extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private final ObjectStore store;
    private final String fatalKey;
    private final boolean afterwards;

    public DyingStore(ObjectStore store, String fatalKey, boolean afterwards) {
        this.store = store;
        this.fatalKey = fatalKey;
        this.afterwards = afterwards;
    }

    @Override
    public boolean createIfAbsent(String key, byte[] content, String contentType) {
        if (key.equals(fatalKey) && !afterwards) {
            throw new Death();
        }
        boolean created = store.createIfAbsent(key, content, contentType);
        if (key.equals(fatalKey)) {
            throw new Death();
        }
        return created;
    }

    @Override
    public Optional<byte[]> read(String key) {
        return store.read(key);
    }

    @Override
    public Optional<InputStream> open(String key) {
        return store.open(key);
    }

    @Override
    public void upload(String key, Path file, String contentType) {
        store.upload(key, file, contentType);
    }

    @Override
    public void write(String key, byte[] content, String contentType) {
        store.write(key, content, contentType);
    }

    @Override
    public SortedSet<String> keys(String prefix) {
        return store.keys(prefix);
    }

    @Override
    public List<String> folders(String prefix) {
        return store.folders(prefix);
    }

    @Override
    public boolean exists(String key) {
        return store.exists(key);
    }

    @Override
    public void delete(String key) {
        store.delete(key);
    }
}
