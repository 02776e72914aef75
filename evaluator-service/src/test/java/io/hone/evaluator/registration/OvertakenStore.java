package io.hone.evaluator.registration;

import io.hone.registry.store.ObjectStore;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/** A bucket in which somebody else does something just before an object is created. */
final class OvertakenStore implements ObjectStore {

    private final ObjectStore store;
    private final String key;
    private final Runnable before;

    OvertakenStore(ObjectStore store, String key, Runnable before) {
        this.store = store;
        this.key = key;
        this.before = before;
    }

    @Override
    public boolean createIfAbsent(String created, byte[] content, String contentType) {
        if (created.equals(key)) {
            before.run();
        }
        return store.createIfAbsent(created, content, contentType);
    }

    @Override
    public Optional<byte[]> read(String wanted) {
        return store.read(wanted);
    }

    @Override
    public Optional<InputStream> open(String wanted) {
        return store.open(wanted);
    }

    @Override
    public void upload(String to, Path file, String contentType) {
        store.upload(to, file, contentType);
    }

    @Override
    public void write(String to, byte[] content, String contentType) {
        store.write(to, content, contentType);
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
    public boolean exists(String wanted) {
        return store.exists(wanted);
    }

    @Override
    public void delete(String unwanted) {
        store.delete(unwanted);
    }
}
