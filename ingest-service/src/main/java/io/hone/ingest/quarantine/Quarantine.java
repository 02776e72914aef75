package io.hone.ingest.quarantine;

import io.hone.contracts.MalformedRecordException;
import io.hone.contracts.Topics;
import io.hone.contracts.doubt.QuarantineRecords;
import io.hone.contracts.doubt.Quarantined;
import io.hone.contracts.image.GivenLabel;
import io.hone.contracts.image.ImageId;
import io.hone.contracts.image.LabelledImage;
import io.hone.contracts.model.ModelName;
import io.hone.ingest.intake.Aside;
import io.hone.ingest.intake.ImageStream;
import io.hone.ingest.intake.UnknownImageException;
import io.hone.ingest.record.KnownImage;
import io.hone.ingest.record.NotYetException;
import io.hone.ingest.record.RecordFeed;
import io.hone.ingest.record.RecordReader;
import io.hone.ingest.record.RecordStoreException;
import io.hone.ingest.record.RecordView;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Images whose labels are doubted, model by model, as the topics {@code quarantined-images.<model>} tell. */
final class Quarantine implements Aside {

    private static final Logger LOG = LoggerFactory.getLogger(Quarantine.class);

    private final QuarantineStore store;
    private final RecordFeed feed;
    private final ToLongFunction<ModelName> ends;
    private final RecordReader reader;
    private final RecordView stream;
    private final ImageStream out;
    private final Duration patience;

    /**
     * @param feed of the store
     * @param ends where the models' quarantines end
     * @param stream what is known of the images that are not in quarantine
     * @param patience how long the reading of what is in a topic already may take
     */
    Quarantine(
            QuarantineStore store,
            RecordFeed feed,
            ToLongFunction<ModelName> ends,
            RecordReader reader,
            RecordView stream,
            ImageStream out,
            Duration patience) {
        this.store = store;
        this.feed = feed;
        this.ends = ends;
        this.reader = reader;
        this.stream = stream;
        this.out = out;
        this.patience = patience;
    }

    @Override
    public Optional<KnownImage> glance(ModelName model, ImageId id) {
        try {
            return store.count(model) == 0
                    ? Optional.empty()
                    : store.find(model, id).map(DoubtedImage::image);
        } catch (RecordStoreException e) {
            LOG.error("Nothing is known of model={} image={}: {}", model, id, e.getMessage(), e);
            return Optional.empty();
        }
    }

    @Override
    public Optional<KnownImage> find(ModelName model, ImageId id) {
        awaitEnd(model);
        return store.find(model, id).map(DoubtedImage::image);
    }

    @Override
    public Optional<ImageId> annotated(ModelName model, String annotation) {
        awaitEnd(model);
        List<ImageId> found = new ArrayList<>();
        store.scan(model, doubted -> {
            boolean labels = doubted.image().history().labels().stream()
                    .map(GivenLabel::annotation)
                    .anyMatch(Optional.of(annotation)::equals);
            if (labels) {
                found.add(doubted.image().id());
            }
            return !labels;
        });
        return found.stream().findFirst();
    }

    @Override
    public LabelledImage read(ModelName model, KnownImage image) {
        return reader.read(Topics.quarantinedImages(model), image.offset())
                .flatMap(Quarantine::quarantined)
                .map(Quarantined::image)
                .filter(read -> read.id().equals(image.id()))
                .orElseThrow(() -> new NotYetException(
                        "image '%s' was changed by others meanwhile: try again".formatted(image.id())));
    }

    private static Optional<Quarantined> quarantined(ConsumerRecord<String, byte[]> consumed) {
        try {
            return QuarantineRecords.read(consumed);
        } catch (MalformedRecordException e) {
            return Optional.empty();
        }
    }

    @Override
    public void forget(ModelName model, ImageId id) {
        if (feed.isRead(model)) {
            await(model, out.send(QuarantineRecords.gone(model, id)).await().offset());
        }
    }

    /** The image lies there when this returns; its topic is there already. */
    void put(ModelName model, Quarantined quarantined) {
        String eventId = UUID.randomUUID().toString();
        await(
                model,
                out.send(QuarantineRecords.write(model, quarantined, eventId))
                        .await()
                        .offset());
    }

    private void await(ModelName model, long offset) {
        if (!feed.await(model, offset + 1, patience)) {
            LOG.debug("Record of the quarantine not yet read: model={} offset={}", model, offset);
        }
    }

    /** How many lie there, with some perhaps that are in the stream again. */
    int count(ModelName model) {
        return store.count(model);
    }

    /**
     * What is known at the moment, those that were put there first in the front.
     *
     * @param skip so many are left out
     */
    List<DoubtedImage> list(ModelName model, Predicate<DoubtedImage> wanted, int skip, int limit) {
        List<DoubtedImage> listed = new ArrayList<>();
        int[] skipped = {0};
        store.scan(model, doubted -> {
            if (wanted.test(doubted) && !isInStream(model, doubted) && skipped[0]++ >= skip) {
                listed.add(doubted);
            }
            return listed.size() < limit;
        });
        return listed;
    }

    private boolean isInStream(ModelName model, DoubtedImage doubted) {
        return stream.glance(model, doubted.image().id()).isPresent();
    }

    /** @throws UnknownImageException if it does not lie there */
    DoubtedImage require(ModelName model, ImageId id) {
        awaitEnd(model);
        return store.find(model, id)
                .filter(doubted -> !isInStream(model, doubted))
                .orElseThrow(() -> UnknownImageException.notQuarantined(model, id));
    }

    /** A model none of whose labels was ever doubted has no topic. */
    private void awaitEnd(ModelName model) {
        if (!feed.isRead(model)) {
            return;
        }
        long end = ends.applyAsLong(model);
        if (!feed.await(model, end, patience)) {
            throw new NotYetException(
                    "of the quarantine of model '%s' the records up to %d of %d have been read so far: try again soon"
                            .formatted(model, feed.nextOffset(model), end));
        }
    }
}
