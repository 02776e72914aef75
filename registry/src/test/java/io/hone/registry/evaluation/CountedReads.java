package io.hone.registry.evaluation;

import io.hone.registry.store.ObjectStore;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/** Remembers which objects were read. */
final class CountedReads implements ObjectStore {

    private final ObjectStore store;
    private final List<String> read;

    CountedReads(ObjectStore store, List<String> read) {
        this.store = store;
        this.read = read;
    }

    @Override
    public Optional<byte[]> read(String key) {
        read.add(key);
        return store.read(key);
    }

    @Override
    public boolean createIfAbsent(String key, byte[] content, String contentType) {
        return store.createIfAbsent(key, content, contentType);
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
