package io.hone.vision.store;

import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.BloomFilter;
import org.rocksdb.Cache;
import org.rocksdb.CompressionType;
import org.rocksdb.InfoLogLevel;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;

/**
 * RocksDB as a trainer with several stores can afford it: at most some 40 MiB each. Pixels of 4 KiB and more (from 37 ×
 * 37 on) lie in files of their own, so that compaction does not copy them again and again.
 */
public final class DatabaseOptions implements AutoCloseable {

    static {
        RocksDB.loadLibrary();
    }

    private static final long MIB = 1 << 20;
    private static final long WRITE_BUFFER_BYTES = 16 * MIB;
    private static final int WRITE_BUFFERS = 2;
    private static final long CACHE_BYTES = 8 * MIB;
    private static final int BLOB_BYTES = 4 << 10;
    private static final int OPEN_FILES = 256;
    private static final int BLOOM_BITS = 10;

    private final Cache cache = new LRUCache(CACHE_BYTES);
    private final BloomFilter filter = new BloomFilter(BLOOM_BITS);
    private final Options options = new Options()
            .setCreateIfMissing(true)
            .setWriteBufferSize(WRITE_BUFFER_BYTES)
            .setMaxWriteBufferNumber(WRITE_BUFFERS)
            .setMaxOpenFiles(OPEN_FILES)
            .setCompressionType(CompressionType.LZ4_COMPRESSION)
            .setEnableBlobFiles(true)
            .setMinBlobSize(BLOB_BYTES)
            .setEnableBlobGarbageCollection(true)
            .setKeepLogFileNum(2)
            .setInfoLogLevel(InfoLogLevel.WARN_LEVEL)
            .setTableFormatConfig(new BlockBasedTableConfig()
                    .setBlockCache(cache)
                    .setCacheIndexAndFilterBlocks(true)
                    .setFilterPolicy(filter));

    public Options options() {
        return options;
    }

    @Override
    public void close() {
        options.close();
        filter.close();
        cache.close();
    }
}
