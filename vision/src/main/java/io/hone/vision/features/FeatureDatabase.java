package io.hone.vision.features;

import io.hone.vision.store.DatabaseOptions;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.WriteOptions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** RocksDB for what can be computed again: when it is broken it is emptied. One thread at a time. */
final class FeatureDatabase implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(FeatureDatabase.class);

    private final Path directory;
    private final DatabaseOptions options = new DatabaseOptions();
    private final WriteOptions writeOptions = new WriteOptions();
    private RocksDB rocks;
    private boolean closed;

    FeatureDatabase(Path directory) {
        this.directory = directory;
        try {
            Files.createDirectories(directory);
            rocks = opened();
            use(FeatureDatabase::emptyUnlessOfThisLayout);
        } catch (IOException e) {
            close();
            throw new FeatureStoreException(directory, "cannot create the directory: " + e.getMessage(), e);
        } catch (FeatureStoreException e) {
            close();
            throw e;
        }
    }

    private RocksDB opened() {
        try {
            return RocksDB.open(options.options(), directory.toString());
        } catch (RocksDBException e) {
            if (isLocked(e)) {
                throw new FeatureStoreException(
                        directory, "is in use; close it there, or give each its own directory", e);
            }
            return made(e);
        }
    }

    private static boolean isLocked(RocksDBException e) {
        String message = String.valueOf(e.getMessage());
        return message.contains("lock hold by current process") || message.contains("While lock file");
    }

    private RocksDB made(RocksDBException reason) {
        LOG.warn("feature store is broken and emptied, features are computed anew: directory={}", directory, reason);
        try (Options destroyed = new Options()) {
            RocksDB.destroyDB(directory.toString(), destroyed);
            RocksDB empty = RocksDB.open(options.options(), directory.toString());
            empty.put(writeOptions, Keys.STATE, layout());
            return empty;
        } catch (RocksDBException e) {
            throw new FeatureStoreException(
                    directory, "cannot be made (%s); delete the directory".formatted(e.getMessage()), e);
        }
    }

    private static boolean emptyUnlessOfThisLayout(RocksDB rocks, WriteOptions options) throws RocksDBException {
        byte[] found = rocks.get(Keys.STATE);
        boolean asItShould = Arrays.equals(found, layout());
        if (!asItShould) {
            if (found != null) {
                LOG.warn(
                        "feature store of another layout is emptied, features are computed anew: directory={}",
                        rocks.getName());
            }
            rocks.deleteRange(options, Keys.FIRST, Keys.LAST);
            rocks.put(options, Keys.STATE, layout());
        }
        return asItShould;
    }

    private static byte[] layout() {
        return ByteBuffer.allocate(Integer.BYTES).putInt(Keys.LAYOUT).array();
    }

    /** @throws IllegalStateException if it is closed */
    synchronized <T> T use(Operation<T> operation) {
        if (closed) {
            throw new IllegalStateException("feature store %s is closed".formatted(directory));
        }
        if (rocks == null) {
            rocks = opened();
        }
        try {
            return operation.on(rocks, writeOptions);
        } catch (RocksDBException e) {
            return again(operation, e);
        }
    }

    /** On an empty database. */
    private <T> T again(Operation<T> operation, RocksDBException reason) {
        rocks.close();
        rocks = null;
        rocks = made(reason);
        try {
            return operation.on(rocks, writeOptions);
        } catch (RocksDBException e) {
            throw new FeatureStoreException(
                    directory,
                    "cannot be read or written (%s); look for free space and a sound disk".formatted(e.getMessage()),
                    e);
        }
    }

    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            if (rocks != null) {
                rocks.close();
            }
            writeOptions.close();
            options.close();
        }
    }

    @FunctionalInterface
    interface Operation<T> {
        T on(RocksDB rocks, WriteOptions options) throws RocksDBException;
    }
}
