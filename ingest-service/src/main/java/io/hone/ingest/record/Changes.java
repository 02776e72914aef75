package io.hone.ingest.record;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.hone.contracts.Json;
import io.hone.contracts.MalformedRecordException;
import io.hone.contracts.image.GivenLabel;
import io.hone.contracts.image.ImageEntry;
import io.hone.contracts.image.ImageId;
import io.hone.contracts.image.ImageRecords;
import io.hone.contracts.model.ModelName;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.rocksdb.RocksDBException;
import org.rocksdb.WriteBatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Some records of one model's topic, one after the other, to be written with the offset that follows them. */
final class Changes {

    private static final Logger LOG = LoggerFactory.getLogger(Changes.class);

    private final ModelName model;
    private final RecordStore store;
    private final long from;
    private final Map<ImageId, Optional<KnownImage>> images = new HashMap<>();
    private final Map<String, Optional<ImageId>> annotations = new HashMap<>();

    Changes(ModelName model, RecordStore store) {
        this.model = model;
        this.store = store;
        this.from = store.nextOffset(model);
    }

    /** One that was applied before changes nothing, and neither does one that breaks the contract. */
    void add(ConsumerRecord<String, byte[]> consumed) {
        if (consumed.offset() < from) {
            return;
        }
        try {
            add(ImageRecords.read(consumed), consumed.offset());
        } catch (MalformedRecordException e) {
            LOG.debug("Record passed over: model={} offset={}: {}", model, consumed.offset(), e.getMessage());
        }
    }

    private void add(ImageEntry entry, long offset) {
        Optional<KnownImage> before = known(entry.id());
        if (entry instanceof ImageEntry.Labelled labelled) {
            KnownImage image = KnownImage.of(labelled.image(), offset, before);
            images.put(entry.id(), Optional.of(image));
            annotations(image).forEach(annotation -> annotations.put(annotation, Optional.of(image.id())));
        } else {
            images.put(entry.id(), Optional.empty());
            before.map(Changes::annotations).orElse(List.of()).stream()
                    .filter(annotation -> annotated(annotation).equals(Optional.of(entry.id())))
                    .forEach(annotation -> annotations.put(annotation, Optional.empty()));
        }
    }

    private Optional<KnownImage> known(ImageId id) {
        Optional<KnownImage> changed = images.get(id);
        return changed != null ? changed : store.find(model, id);
    }

    private Optional<ImageId> annotated(String annotation) {
        Optional<ImageId> changed = annotations.get(annotation);
        return changed != null ? changed : store.annotated(model, annotation);
    }

    private static List<String> annotations(KnownImage image) {
        return image.history().labels().stream()
                .map(GivenLabel::annotation)
                .flatMap(Optional::stream)
                .distinct()
                .toList();
    }

    /** @param nextOffset of the record to be read next */
    void writeWith(long nextOffset) {
        store.write(batch -> {
            for (Map.Entry<ImageId, Optional<KnownImage>> image : images.entrySet()) {
                put(batch, Keys.image(model, image.getKey()), image.getValue().map(Json::write));
            }
            for (Map.Entry<String, Optional<ImageId>> annotation : annotations.entrySet()) {
                put(
                        batch,
                        Keys.annotation(model, annotation.getKey()),
                        annotation.getValue().map(id -> id.value().getBytes(US_ASCII)));
            }
            batch.put(
                    Keys.nextOffset(model),
                    ByteBuffer.allocate(Long.BYTES).putLong(nextOffset).array());
        });
    }

    private static void put(WriteBatch batch, byte[] key, Optional<byte[]> value) throws RocksDBException {
        if (value.isPresent()) {
            batch.put(key, value.get());
        } else {
            batch.delete(key);
        }
    }
}
