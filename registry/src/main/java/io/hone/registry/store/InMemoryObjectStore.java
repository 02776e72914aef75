package io.hone.registry.store;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListMap;

/** A bucket that lasts as long as the object: for tests of what stands on an {@link ObjectStore}. */
public final class InMemoryObjectStore implements ObjectStore {

    private final ConcurrentSkipListMap<String, byte[]> objects = new ConcurrentSkipListMap<>();

    @Override
    public Optional<byte[]> read(String key) {
        return Optional.ofNullable(objects.get(key)).map(byte[]::clone);
    }

    @Override
    public Optional<InputStream> open(String key) {
        return read(key).map(ByteArrayInputStream::new);
    }

    @Override
    public void upload(String key, Path file, String contentType) {
        try {
            objects.put(key, Files.readAllBytes(file));
        } catch (IOException e) {
            throw new ObjectStoreException("cannot write '%s': %s".formatted(key, e.getMessage()), e);
        }
    }

    @Override
    public void write(String key, byte[] content, String contentType) {
        objects.put(key, content.clone());
    }

    @Override
    public boolean createIfAbsent(String key, byte[] content, String contentType) {
        byte[] there = objects.putIfAbsent(key, content.clone());
        return there == null || Arrays.equals(there, content);
    }

    @Override
    public SortedSet<String> keys(String prefix) {
        return new TreeSet<>(
                objects.subMap(prefix, prefix + Character.MAX_VALUE).keySet());
    }

    @Override
    public List<String> folders(String prefix) {
        return keys(prefix).stream()
                .map(key -> key.substring(prefix.length()))
                .filter(rest -> rest.contains("/"))
                .map(rest -> rest.substring(0, rest.indexOf('/') + 1))
                .distinct()
                .toList();
    }

    @Override
    public boolean exists(String key) {
        return objects.containsKey(key);
    }

    @Override
    public void delete(String key) {
        objects.remove(key);
    }
}
