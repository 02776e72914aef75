package io.hone.vision.store;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.rocksdb.ReadOptions;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksIterator;
import org.rocksdb.Snapshot;

/** Reads the database, live or as it was at one moment. Belongs to the database, and ends with it at the latest. */
final class View implements AutoCloseable {

    private final Database database;
    private final Optional<Snapshot> snapshot;
    private final ReadOptions options = new ReadOptions();
    private boolean freed;

    private View(Database database, Optional<Snapshot> snapshot) {
        this.database = database;
        this.snapshot = snapshot;
        snapshot.ifPresent(options::setSnapshot);
    }

    static View live(Database database) {
        return new View(database, Optional.empty());
    }

    static View frozen(Database database, RocksDB rocks) {
        return new View(database, Optional.of(rocks.getSnapshot()));
    }

    Optional<byte[]> get(byte[] key) {
        return database.use(rocks -> {
            checkOpen();
            return Optional.ofNullable(rocks.get(options, key));
        });
    }

    /** Every entry whose key begins with {@code prefix}, in order, from the key {@code from} on. */
    void scan(byte[] prefix, byte[] from, BiConsumer<byte[], byte[]> entry) {
        database.use(rocks -> {
            checkOpen();
            try (RocksIterator iterator = rocks.newIterator(options)) {
                iterator.seek(from);
                while (iterator.isValid()) {
                    byte[] key = iterator.key();
                    if (!begins(key, prefix)) {
                        break;
                    }
                    entry.accept(key, iterator.value());
                    iterator.next();
                }
                iterator.status();
                return prefix;
            }
        });
    }

    private static boolean begins(byte[] key, byte[] prefix) {
        return key.length >= prefix.length && Arrays.equals(key, 0, prefix.length, prefix, 0, prefix.length);
    }

    private void checkOpen() {
        if (freed) {
            throw new IllegalStateException("snapshot of image store %s is closed".formatted(database.directory()));
        }
    }

    /** For the database alone, which knows that nobody reads at the moment. */
    void free(RocksDB rocks) {
        if (!freed) {
            freed = true;
            options.close();
            snapshot.ifPresent(rocks::releaseSnapshot);
        }
    }

    @Override
    public void close() {
        database.release(this);
    }
}
