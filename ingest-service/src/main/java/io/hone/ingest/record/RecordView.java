package io.hone.ingest.record;

import io.hone.contracts.image.ImageId;
import io.hone.contracts.model.ModelName;
import io.hone.platform.kafka.BrokerAwayException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.ToLongFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is known about the images of models' streams. */
public final class RecordView {

    private static final Logger LOG = LoggerFactory.getLogger(RecordView.class);

    private static final Duration OWN = Duration.ofSeconds(1);

    private final RecordStore store;
    private final RecordFeed feed;
    private final ToLongFunction<ModelName> ends;
    private final Duration patience;

    /**
     * @param ends where a model's stream ends
     * @param patience how long the reading of what is in the stream already may take
     */
    public RecordView(RecordStore store, RecordFeed feed, ToLongFunction<ModelName> ends, Duration patience) {
        this.store = store;
        this.feed = feed;
        this.ends = ends;
        this.patience = patience;
    }

    /** What is known at the moment, which may be less than the stream tells; a disk that fails tells nothing. */
    public Optional<KnownImage> glance(ModelName model, ImageId id) {
        try {
            return store.find(model, id);
        } catch (RecordStoreException e) {
            LOG.error("Nothing is known of model={} image={}: {}", model, id, e.getMessage(), e);
            return Optional.empty();
        }
    }

    /**
     * All that was in the stream when this was called.
     *
     * @throws NotYetException if it could not be read within the time allowed
     * @throws BrokerAwayException if no broker answers
     */
    public Optional<KnownImage> find(ModelName model, ImageId id) {
        awaitEnd(model);
        return store.find(model, id);
    }

    /** Of the record to be read next: all before it is known. */
    public long readUpTo(ModelName model) {
        return feed.nextOffset(model);
    }

    /**
     * The image that an annotation labels, by all that was in the stream when this was called.
     *
     * @throws NotYetException as {@link #find}
     * @throws BrokerAwayException as {@link #find}
     */
    public Optional<ImageId> annotated(ModelName model, String annotation) {
        awaitEnd(model);
        return store.annotated(model, annotation);
    }

    /** Waits a moment for a record of our own to be read, so that what is asked next is told of it. */
    public void awaitOwn(ModelName model, long offset) {
        if (!feed.await(model, offset + 1, OWN)) {
            LOG.debug("Record not yet read: model={} offset={}", model, offset);
        }
    }

    private void awaitEnd(ModelName model) {
        long end = ends.applyAsLong(model);
        if (!feed.await(model, end, patience)) {
            throw new NotYetException("of model '%s' the records up to %d of %d have been read so far: try again soon"
                    .formatted(model, feed.nextOffset(model), end));
        }
    }
}
