package io.hone.ingest.record;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.hone.contracts.Json;
import io.hone.contracts.Topics;
import io.hone.contracts.image.ImageId;
import io.hone.contracts.model.ModelName;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * What is known about the images of all models, each model's with the offset up to which its topic was read. Both are
 * written in one atomic batch: after {@code kill -9} they agree. It is a cache: who deletes the directory loses nothing
 * but time, for the topics fill it again.
 *
 * <p>For one writing thread and any number of reading ones. When the disk fails, all that reads or writes answers
 * {@link RecordStoreException}.
 */
public final class RecordStore implements FeedStore, AutoCloseable {

    /** Grows whenever {@link Keys} or values change: a store of another layout is filled anew. */
    private static final byte[] LAYOUT = {1};

    private final Database database;

    /** @throws RecordStoreException if it cannot be opened: in use, broken, or the directory cannot be written */
    public RecordStore(Path directory) {
        this.database = new Database(directory);
        if (!database.get(Keys.LAYOUT)
                .filter(layout -> Arrays.equals(layout, LAYOUT))
                .isPresent()) {
            database.write(batch -> {
                batch.deleteRange(Keys.FIRST, Keys.LAST);
                batch.put(Keys.LAYOUT, LAYOUT);
            });
        }
    }

    /** Empty if there is no such image, or its topic has not been read that far. */
    public Optional<KnownImage> find(ModelName model, ImageId id) {
        return database.get(Keys.image(model, id)).map(json -> Json.read(json, KnownImage.class));
    }

    /** The image that an annotation labels; the last, if there are several. */
    public Optional<ImageId> annotated(ModelName model, String annotation) {
        return database.get(Keys.annotation(model, annotation)).map(id -> new ImageId(new String(id, US_ASCII)));
    }

    @Override
    public Optional<ModelName> modelOf(String topic) {
        return Topics.ALL_LABELLED_IMAGES.matcher(topic).matches()
                ? named(() -> Topics.modelOf(topic))
                : Optional.empty();
    }

    /** Empty for a topic of somebody else's, whose name only looks like one of ours. */
    public static Optional<ModelName> named(Supplier<ModelName> name) {
        try {
            return Optional.of(name.get());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    @Override
    public void apply(ModelName model, List<ConsumerRecord<String, byte[]>> records, long nextOffset) {
        Changes changes = new Changes(model, this);
        records.forEach(changes::add);
        changes.writeWith(nextOffset);
    }

    @Override
    public long nextOffset(ModelName model) {
        return database.get(Keys.nextOffset(model))
                .map(bytes -> ByteBuffer.wrap(bytes).getLong())
                .orElse(0L);
    }

    @Override
    public void clear(ModelName model) {
        database.write(batch -> batch.deleteRange(Keys.first(model), Keys.last(model)));
    }

    void write(Database.Change change) {
        database.write(change);
    }

    @Override
    public void close() {
        database.close();
    }
}
