package io.hone.vision.cache;

import io.hone.vision.store.DatabaseOptions;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.Status;
import org.rocksdb.WriteOptions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * RocksDB for what can be computed again: when it is broken, or of another layout, it is emptied. A disk that is full, or
 * fails otherwise, is no reason to throw away what is on it. One thread at a time.
 * The key {@code m} is its own, and no other key begins with the byte {@code 0xff}.
 */
public final class CacheDatabase implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(CacheDatabase.class);

    private static final byte[] STATE = {'m'};
    private static final byte[] FIRST = {};
    private static final byte[] LAST = {(byte) 0xff};

    private final Path directory;
    private final String name;
    private final byte[] layout;
    private final DatabaseOptions options = new DatabaseOptions();
    private final WriteOptions writeOptions = new WriteOptions();
    private RocksDB rocks;
    private boolean closed;

    /**
     * Opens it, or makes it.
     *
     * @param name what messages call it, such as {@code feature store}
     * @param layout grows whenever its keys or values change
     * @throws CacheException if it is in use, or the directory cannot be written
     */
    public CacheDatabase(Path directory, String name, int layout) {
        this.directory = directory;
        this.name = name;
        this.layout = ByteBuffer.allocate(Integer.BYTES).putInt(layout).array();
        try {
            Files.createDirectories(directory);
            rocks = opened();
            use(this::emptyUnlessOfThisLayout);
        } catch (IOException e) {
            close();
            throw failure("cannot create the directory: " + e.getMessage(), e);
        } catch (CacheException e) {
            close();
            throw e;
        }
    }

    private RocksDB opened() {
        try {
            return RocksDB.open(options.options(), directory.toString());
        } catch (RocksDBException e) {
            if (isLocked(e)) {
                throw failure("is in use; close it there, or give each its own directory", e);
            }
            if (!isBroken(e)) {
                throw failed("cannot be opened", e);
            }
            return made(e);
        }
    }

    /** What it says of itself cannot be true, or files that it names are gone: what is there is of no use any more. */
    private static boolean isBroken(RocksDBException e) {
        Status.Code code =
                e.getStatus() == null ? Status.Code.Undefined : e.getStatus().getCode();
        return code == Status.Code.Corruption
                || code == Status.Code.InvalidArgument
                || code == Status.Code.NotSupported
                || String.valueOf(e.getMessage()).contains("No such file or directory");
    }

    private CacheException failed(String what, RocksDBException reason) {
        return failure("%s (%s); look for free space and a sound disk".formatted(what, reason.getMessage()), reason);
    }

    private static boolean isLocked(RocksDBException e) {
        String message = String.valueOf(e.getMessage());
        return message.contains("lock hold by current process") || message.contains("While lock file");
    }

    private RocksDB made(RocksDBException reason) {
        LOG.warn("{} is broken and emptied, what it held is computed anew: directory={}", name, directory, reason);
        try (Options destroyed = new Options()) {
            RocksDB.destroyDB(directory.toString(), destroyed);
            RocksDB empty = RocksDB.open(options.options(), directory.toString());
            empty.put(writeOptions, STATE, layout);
            return empty;
        } catch (RocksDBException e) {
            throw failure("cannot be made (%s); delete the directory".formatted(e.getMessage()), e);
        }
    }

    private boolean emptyUnlessOfThisLayout(RocksDB rocks, WriteOptions options) throws RocksDBException {
        byte[] found = rocks.get(STATE);
        boolean asItShould = Arrays.equals(found, layout);
        if (!asItShould) {
            if (found != null) {
                LOG.warn(
                        "{} of another layout is emptied, what it held is computed anew: directory={}",
                        name,
                        directory);
            }
            rocks.deleteRange(options, FIRST, LAST);
            rocks.put(options, STATE, layout);
        }
        return asItShould;
    }

    private CacheException failure(String problem, Exception cause) {
        return new CacheException(name, directory, problem, cause);
    }

    /**
     * On what may have been emptied just before, or in the middle, so that the operation is carried out once more.
     *
     * @throws IllegalStateException if it is closed
     * @throws CacheException if the disk fails
     */
    public synchronized <T> T use(Operation<T> operation) {
        if (closed) {
            throw new IllegalStateException("%s %s is closed".formatted(name, directory));
        }
        if (rocks == null) {
            rocks = opened();
        }
        try {
            return operation.on(rocks, writeOptions);
        } catch (RocksDBException e) {
            if (!isBroken(e)) {
                throw failed("cannot be read or written", e);
            }
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
            throw failed("cannot be read or written", e);
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
    public interface Operation<T> {
        T on(RocksDB rocks, WriteOptions options) throws RocksDBException;
    }
}
