package io.hone.vision.features;

import java.nio.ByteBuffer;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;
import org.rocksdb.WriteBatch;
import org.rocksdb.WriteOptions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Which backbones there are features of, and in which order they were asked for. */
final class Backbones {

    private static final Logger LOG = LoggerFactory.getLogger(Backbones.class);

    static final int KEPT = 2;

    private final RocksDB rocks;
    private final WriteOptions options;

    Backbones(RocksDB rocks, WriteOptions options) {
        this.rocks = rocks;
        this.options = options;
    }

    /**
     * The backbone is asked for now; those asked for longest ago are dropped with all their features.
     *
     * @return how many were dropped
     */
    int touch(String digest) throws RocksDBException {
        Map<String, Long> asked = asked();
        long now = asked.isEmpty() ? 0 : Collections.max(asked.values()) + 1;
        asked.put(digest, now);
        List<String> outdated = outdated(asked);
        try (WriteBatch batch = new WriteBatch()) {
            batch.put(
                    Keys.backbone(digest),
                    ByteBuffer.allocate(Long.BYTES).putLong(now).array());
            for (String old : outdated) {
                LOG.info("features of an outdated backbone are dropped: backbone={}", old);
                batch.deleteRange(Keys.features(old), Keys.after(Keys.features(old)));
                batch.delete(Keys.backbone(old));
            }
            rocks.write(options, batch);
        }
        return outdated.size();
    }

    private static List<String> outdated(Map<String, Long> asked) {
        return asked.entrySet().stream()
                .sorted(Collections.reverseOrder(Map.Entry.comparingByValue()))
                .skip(KEPT)
                .map(Map.Entry::getKey)
                .toList();
    }

    private Map<String, Long> asked() throws RocksDBException {
        Map<String, Long> asked = new TreeMap<>();
        try (RocksIterator iterator = rocks.newIterator()) {
            iterator.seek(Keys.BACKBONES);
            while (iterator.isValid() && iterator.key()[0] == Keys.BACKBONES[0]) {
                asked.put(
                        Keys.digest(iterator.key()),
                        ByteBuffer.wrap(iterator.value()).getLong());
                iterator.next();
            }
            iterator.status();
        }
        return asked;
    }
}
