package io.hone.ingest.quarantine;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.hone.contracts.Json;
import io.hone.contracts.MalformedRecordException;
import io.hone.contracts.Topics;
import io.hone.contracts.doubt.QuarantineRecords;
import io.hone.contracts.image.ImageId;
import io.hone.contracts.model.ModelName;
import io.hone.ingest.record.Database;
import io.hone.ingest.record.Database.Entry;
import io.hone.ingest.record.FeedStore;
import io.hone.ingest.record.KnownImage;
import io.hone.ingest.record.RecordStore;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What lies in the quarantines of all models, each model's with the offset up to which its topic was read, in one atomic
 * batch. A cache: when lost, the topics fill it again. Without the images' bytes, which stay in the topics.
 *
 * <pre>
 * model 0 'i' id      → {@link DoubtedImage}, as JSON
 * model 0 'n'         → offset of the record to be read next
 * model 0 'o' offset  → id of the image whose record that is, in sixteen hexadecimal digits
 * </pre>
 *
 * <p>For one writing thread and any number of reading ones.
 */
final class QuarantineStore implements FeedStore, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(QuarantineStore.class);

    private final Database database;
    private final Map<ModelName, Integer> counts = new ConcurrentHashMap<>();

    QuarantineStore(Path directory) {
        this.database = new Database(directory);
    }

    Optional<DoubtedImage> find(ModelName model, ImageId id) {
        return database.get(key(model, "i" + id)).map(QuarantineStore::read);
    }

    /** Those that were put there first come first. */
    void scan(ModelName model, Predicate<DoubtedImage> more) {
        database.scan(key(model, "o"), key(model, "p"), id -> find(model, new ImageId(new String(id, US_ASCII)))
                .map(more::test)
                .orElse(true));
    }

    /** Records, also of images that are in the stream again. */
    int count(ModelName model) {
        return counts.computeIfAbsent(model, this::counted);
    }

    private int counted(ModelName model) {
        int[] count = {0};
        database.scan(key(model, "o"), key(model, "p"), id -> ++count[0] > 0);
        return count[0];
    }

    @Override
    public Optional<ModelName> modelOf(String topic) {
        return Topics.ALL_QUARANTINED_IMAGES.matcher(topic).matches()
                ? RecordStore.named(() -> Topics.modelOfQuarantined(topic))
                : Optional.empty();
    }

    @Override
    public long nextOffset(ModelName model) {
        return database.get(key(model, "n"))
                .map(bytes -> ByteBuffer.wrap(bytes).getLong())
                .orElse(0L);
    }

    @Override
    public void apply(ModelName model, List<ConsumerRecord<String, byte[]>> records, long nextOffset) {
        long from = nextOffset(model);
        Map<ImageId, Optional<DoubtedImage>> changes = new HashMap<>();
        for (ConsumerRecord<String, byte[]> consumed : records) {
            if (consumed.offset() >= from) {
                add(consumed, changes);
            }
        }
        int before = count(model);
        List<Entry> entries = new ArrayList<>();
        int growth = 0;
        for (Map.Entry<ImageId, Optional<DoubtedImage>> change : changes.entrySet()) {
            growth += put(model, change.getKey(), change.getValue(), entries);
        }
        byte[] next = ByteBuffer.allocate(Long.BYTES).putLong(nextOffset).array();
        entries.add(new Entry(key(model, "n"), Optional.of(next)));
        database.write(entries);
        counts.put(model, before + growth);
    }

    private static void add(ConsumerRecord<String, byte[]> consumed, Map<ImageId, Optional<DoubtedImage>> changes) {
        try {
            Optional<DoubtedImage> image = QuarantineRecords.read(consumed)
                    .map(each -> new DoubtedImage(
                            KnownImage.of(each.image(), consumed.offset(), Optional.empty()), each.doubt()));
            changes.put(new ImageId(consumed.key()), image);
        } catch (MalformedRecordException e) {
            LOG.warn("Record passed over: topic={} offset={}: {}", consumed.topic(), consumed.offset(), e.getMessage());
        }
    }

    private int put(ModelName model, ImageId id, Optional<DoubtedImage> image, List<Entry> entries) {
        Optional<DoubtedImage> before = find(model, id);
        before.ifPresent(each -> entries.add(new Entry(arrival(model, each), Optional.empty())));
        entries.add(new Entry(key(model, "i" + id), image.map(Json::write)));
        image.ifPresent(each -> entries.add(
                new Entry(arrival(model, each), Optional.of(id.value().getBytes(US_ASCII)))));
        return (image.isPresent() ? 1 : 0) - (before.isPresent() ? 1 : 0);
    }

    @Override
    public void clear(ModelName model) {
        database.clear(key(model, ""), (model.value() + '\1').getBytes(UTF_8));
        counts.remove(model);
    }

    private static byte[] arrival(ModelName model, DoubtedImage image) {
        return key(model, "o%016x".formatted(image.image().offset()));
    }

    private static byte[] key(ModelName model, String rest) {
        return (model.value() + '\0' + rest).getBytes(UTF_8);
    }

    private static DoubtedImage read(byte[] json) {
        return Json.read(json, DoubtedImage.class);
    }

    @Override
    public void close() {
        database.close();
    }
}
