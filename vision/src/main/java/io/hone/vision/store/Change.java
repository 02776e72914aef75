package io.hone.vision.store;

import org.rocksdb.RocksDBException;
import org.rocksdb.WriteBatch;

/** What is written together or not at all. */
@FunctionalInterface
interface Change {

    void addTo(WriteBatch batch) throws RocksDBException;
}
