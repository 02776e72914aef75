package io.hone.ingest.record;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Predicate;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.BloomFilter;
import org.rocksdb.Cache;
import org.rocksdb.CompressionType;
import org.rocksdb.InfoLogLevel;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;
import org.rocksdb.WriteBatch;
import org.rocksdb.WriteOptions;

/**
 * RocksDB as a service with many models can afford it, some 80 MiB; use after close is an exception, where natively it
 * would end the process.
 */
public final class Database implements AutoCloseable {

    static {
        RocksDB.loadLibrary();
    }

    private static final long MIB = 1 << 20;

    private final Path directory;
    private final Cache cache = new LRUCache(32 * MIB);
    private final BloomFilter filter = new BloomFilter(10);
    private final Options options = new Options()
            .setCreateIfMissing(true)
            .setWriteBufferSize(16 * MIB)
            .setMaxWriteBufferNumber(2)
            .setMaxOpenFiles(256)
            .setCompressionType(CompressionType.LZ4_COMPRESSION)
            .setKeepLogFileNum(2)
            .setInfoLogLevel(InfoLogLevel.WARN_LEVEL)
            .setTableFormatConfig(new BlockBasedTableConfig()
                    .setBlockCache(cache)
                    .setCacheIndexAndFilterBlocks(true)
                    .setFilterPolicy(filter));
    private final WriteOptions writeOptions = new WriteOptions();
    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private final RocksDB rocks;
    private boolean closed;

    /** @throws RecordStoreException if it cannot be opened: in use, broken, or the directory cannot be written */
    public Database(Path directory) {
        this.directory = directory;
        try {
            Files.createDirectories(directory);
            this.rocks = RocksDB.open(options, directory.toString());
        } catch (RocksDBException e) {
            free();
            throw new RecordStoreException(directory, whyNotOpened(String.valueOf(e.getMessage())), e);
        } catch (IOException e) {
            free();
            throw new RecordStoreException(
                    directory,
                    "cannot create the directory (%s); set HONE_DATA to one that can be written"
                            .formatted(e.getMessage()),
                    e);
        }
    }

    private static String whyNotOpened(String message) {
        return message.contains("lock")
                ? "in use by another process; give each its own HONE_DATA (%s)".formatted(message)
                : "cannot be opened (%s); if it is broken, delete the directory: the topics fill it again"
                        .formatted(message);
    }

    public Optional<byte[]> get(byte[] key) {
        return use(open -> Optional.ofNullable(open.get(key)));
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

    /** The same. */
    public void write(List<Entry> entries) {
        write(batch -> {
            for (Entry entry : entries) {
                if (entry.value().isPresent()) {
                    batch.put(entry.key(), entry.value().get());
                } else {
                    batch.delete(entry.key());
                }
            }
        });
    }

    /**
     * What lies under a key.
     *
     * @param value empty for nothing
     */
    @SuppressWarnings("ArrayRecordComponent") // Nobody compares them.
    public record Entry(byte[] key, Optional<byte[]> value) {}

    /** @param to the first key that stays */
    public void clear(byte[] from, byte[] to) {
        write(batch -> batch.deleteRange(from, to));
    }

    /**
     * Shows values in the order of their keys.
     *
     * @param to the first key that is not shown
     * @param more whether to go on after a value
     */
    public void scan(byte[] from, byte[] to, Predicate<byte[]> more) {
        use(open -> {
            try (RocksIterator iterator = open.newIterator()) {
                iterator.seek(from);
                while (iterator.isValid()
                        && Arrays.compareUnsigned(iterator.key(), to) < 0
                        && more.test(iterator.value())) {
                    iterator.next();
                }
                iterator.status();
                return iterator;
            }
        });
    }

    private <T> T use(Operation<T> operation) {
        lock.readLock().lock();
        try {
            if (closed) {
                throw new IllegalStateException("image records in %s are closed".formatted(directory));
            }
            return operation.on(rocks);
        } catch (RocksDBException e) {
            throw new RecordStoreException(
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
                rocks.close();
                free();
            }
        } finally {
            lock.writeLock().unlock();
        }
    }

    private void free() {
        writeOptions.close();
        options.close();
        filter.close();
        cache.close();
    }

    @FunctionalInterface
    interface Change {
        void addTo(WriteBatch batch) throws RocksDBException;
    }

    @FunctionalInterface
    private interface Operation<T> {
        T on(RocksDB rocks) throws RocksDBException;
    }
}
