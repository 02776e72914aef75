package io.hone.vision.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.WriteBatch;
import org.rocksdb.WriteOptions;

/** RocksDB, but use after close is an exception: natively it would end the process. */
final class Database implements AutoCloseable {

    private final Path directory;
    private final DatabaseOptions options;
    private final RocksDB rocks;
    private final WriteOptions writeOptions = new WriteOptions();
    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private final Set<View> views = new HashSet<>();
    private boolean closed;

    private Database(Path directory, DatabaseOptions options, RocksDB rocks) {
        this.directory = directory;
        this.options = options;
        this.rocks = rocks;
    }

    static Database open(Path directory) {
        DatabaseOptions options = new DatabaseOptions();
        try {
            Files.createDirectories(directory);
            return new Database(directory, options, RocksDB.open(options.options(), directory.toString()));
        } catch (RocksDBException e) {
            options.close();
            throw new ImageStoreException(directory, whyNotOpened(e), e);
        } catch (IOException e) {
            options.close();
            throw new ImageStoreException(directory, "cannot create the directory: " + e.getMessage(), e);
        }
    }

    private static String whyNotOpened(RocksDBException e) {
        String message = String.valueOf(e.getMessage());
        if (message.contains("lock hold by current process")) {
            return "is open already in this process; close it first";
        }
        if (message.contains("While lock file")) {
            return "in use by another process; stop that one, or give each its own directory";
        }
        return "cannot be opened (%s); if it is broken, delete the directory: the topic fills it again"
                .formatted(message);
    }

    Path directory() {
        return directory;
    }

    /** What is stored at any time. */
    View live() {
        return use(open -> register(View.live(this)));
    }

    /** What is stored now. */
    View frozen() {
        return use(open -> register(View.frozen(this, open)));
    }

    private View register(View view) {
        synchronized (views) {
            views.add(view);
        }
        return view;
    }

    void release(View view) {
        lock.writeLock().lock();
        try {
            synchronized (views) {
                if (views.remove(view)) {
                    view.free(rocks);
                }
            }
        } finally {
            lock.writeLock().unlock();
        }
    }

    /** All of it or nothing. */
    void write(Change change) {
        use(open -> {
            try (WriteBatch batch = new WriteBatch()) {
                change.addTo(batch);
                open.write(writeOptions, batch);
                return batch;
            }
        });
    }

    /** Gives the space of what was deleted back to the disk. */
    void compact() {
        use(open -> {
            open.compactRange();
            return open;
        });
    }

    /** @throws IllegalStateException if the store is closed */
    <T> T use(Operation<T> operation) {
        lock.readLock().lock();
        try {
            if (closed) {
                throw new IllegalStateException("image store %s is closed".formatted(directory));
            }
            return operation.on(rocks);
        } catch (RocksDBException e) {
            throw new ImageStoreException(
                    directory,
                    "cannot be read or written (%s); look for free space and a sound disk, then start again"
                            .formatted(e.getMessage()),
                    e);
        } finally {
            lock.readLock().unlock();
        }
    }

    @Override
    public void close() {
        lock.writeLock().lock();
        try {
            if (!closed) {
                closed = true;
                synchronized (views) {
                    views.forEach(view -> view.free(rocks));
                    views.clear();
                }
                rocks.close();
                writeOptions.close();
                options.close();
            }
        } finally {
            lock.writeLock().unlock();
        }
    }

    @FunctionalInterface
    interface Operation<T> {
        T on(RocksDB rocks) throws RocksDBException;
    }
}
