package io.hone.vision.store;

import io.hone.contracts.Checks;
import io.hone.contracts.image.ImageId;
import io.hone.images.Fingerprint;
import io.hone.images.Pixels;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SortedMap;
import org.rocksdb.RocksDBException;
import org.rocksdb.WriteBatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The labelled images of a topic, decoded and at a model's size, with the offset up to which the topic was read. Both
 * are written in one atomic batch: after {@code kill -9} they agree, and the reader goes on at {@link #nextOffset()}
 * with no image lost and none twice. After a power failure the store may have forgotten its last seconds, offset
 * included, so that the topic tells them again. It is a cache: who deletes the directory loses nothing but time.
 *
 * <p>Of images in another split it keeps traces, as every other change in one batch with the offset.
 *
 * <p>For one writing thread and any number of reading ones. Once closed, everything that reads or writes answers
 * {@link IllegalStateException}; when the disk fails, {@link ImageStoreException}.
 */
public final class ImageStore implements ImageSink {

    /** Grows whenever what is stored of an image changes: what was computed of its pixels is worth nothing then. */
    public static final int LAYOUT = State.LAYOUT;

    private static final Logger LOG = LoggerFactory.getLogger(ImageStore.class);

    private final Database database;
    private final Images images;
    private final Traces traces;
    private final LabelCounts counts = new LabelCounts();
    /** Changes under this object's lock only, together with the counts. */
    private volatile State state;

    private ImageStore(Database database, State wanted) {
        this.database = database;
        View live = database.live();
        this.images = new Images(live, wanted.width(), wanted.height());
        this.traces = new Traces(live);
        this.state = live.get(Keys.STATE).map(State::decoded).orElse(wanted);
        if (!state.sameKindAs(wanted)) {
            LOG.warn(
                    "image store emptied, the topic fills it again: directory={} was={} wanted={}",
                    database.directory(),
                    state,
                    wanted);
            empty(wanted);
        }
        images.eachLabel(counts::add);
    }

    /**
     * Opens the store, or makes it. One of another pixel size, or of an older layout, is emptied.
     *
     * @throws ImageStoreException if it cannot be opened: in use, broken, or the directory cannot be written
     */
    public static ImageStore open(Path directory, int width, int height) {
        Checks.atLeast("width", width, 1);
        Checks.atLeast("height", height, 1);
        Database database = Database.open(directory);
        try {
            return new ImageStore(database, State.empty(width, height));
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    /**
     * Stores the image under its label; an image that is there already moves to its new label and its new place in the
     * order of arrival. A golden one stays golden.
     *
     * @param image its offset is that of the record
     * @return false if the record was applied before, which changes nothing
     * @throws IllegalArgumentException if the pixels are not of the store's size
     */
    @Override
    public synchronized boolean put(StoredImage image, Pixels pixels) {
        checkSize(pixels);
        if (isApplied(image.offset())) {
            return false;
        }
        Optional<StoredImage> before = images.find(image.id());
        StoredImage kept = isGolden(image.id()) ? image.marked() : image;
        Optional<Fingerprint> fingerprint = Fingerprint.of(pixels);
        write(state.after(image.offset()), batch -> {
            if (before.isPresent()) {
                deleteFromIndexes(batch, before.get());
            }
            batch.put(Keys.image(image.id()), Values.byImage(kept));
            batch.put(Keys.arrival(image.offset()), Values.byArrival(kept));
            batch.put(Keys.label(image.label(), image.offset()), Values.byLabel(kept));
            batch.put(Keys.pixels(image.id()), pixels.rgb());
            traces.arrives(image.id(), fingerprint, batch);
        });
        before.ifPresent(old -> counts.remove(old.label()));
        counts.add(image.label());
        return true;
    }

    /**
     * Takes the image out, if it is there.
     *
     * @param offset of the record that says so
     * @return false if the record was applied before, which changes nothing
     */
    @Override
    public synchronized boolean remove(ImageId id, long offset) {
        return takeOut(id, offset, batch -> Traces.forget(id, batch));
    }

    /**
     * Takes the image out, if it is there, and keeps its trace. A golden one stays golden.
     *
     * @return false if the record was applied before, which changes nothing
     */
    @Override
    public synchronized boolean elsewhere(Trace trace) {
        Trace kept = isGolden(trace.id()) ? trace.marked() : trace;
        return takeOut(trace.id(), trace.offset(), batch -> Traces.leaves(kept, batch));
    }

    private boolean takeOut(ImageId id, long offset, Change traces) {
        if (isApplied(offset)) {
            return false;
        }
        Optional<StoredImage> before = images.find(id);
        write(state.after(offset), batch -> {
            if (before.isPresent()) {
                deleteFromIndexes(batch, before.get());
                batch.delete(Keys.image(id));
                batch.delete(Keys.pixels(id));
            }
            traces.addTo(batch);
        });
        before.ifPresent(old -> counts.remove(old.label()));
        return true;
    }

    @Override
    public boolean isGolden(ImageId id) {
        return images.find(id).map(image -> image.origin().golden()).orElse(false)
                || traces.find(id).map(Trace::golden).orElse(false);
    }

    /** Passes over a record that is not for this store. */
    @Override
    public synchronized void skip(long offset) {
        if (!isApplied(offset)) {
            write(state.after(offset), batch -> {});
        }
    }

    /** Empties the store, because the topic will be read from its start. Open snapshots stay as they are. */
    @Override
    public synchronized void clear() {
        empty(State.empty(state.width(), state.height()));
        counts.clear();
    }

    /** Offset of the first record not yet applied; 0 for an empty store. */
    @Override
    public long nextOffset() {
        return state.nextOffset();
    }

    public int count() {
        return counts.total();
    }

    /** A copy; labels without images do not appear. */
    public SortedMap<String, Integer> countByLabel() {
        return counts.byLabel();
    }

    /** Images whose last label arrived at {@code offset} or later. Takes time in proportion to the answer. */
    public int countFrom(long offset) {
        return images.countFrom(offset);
    }

    public Optional<StoredImage> find(ImageId id) {
        return images.find(id);
    }

    public Optional<Pixels> pixels(ImageId id) {
        return images.pixels(id);
    }

    public synchronized Snapshot snapshot() {
        return new Snapshot(database.frozen(), state, counts);
    }

    /** Ends open snapshots too. A second time it does nothing. */
    @Override
    public void close() {
        database.close();
    }

    private void checkSize(Pixels pixels) {
        if (pixels.width() != state.width() || pixels.height() != state.height()) {
            throw new IllegalArgumentException("image has %d × %d pixels, image store %s holds %d × %d"
                    .formatted(pixels.width(), pixels.height(), database.directory(), state.width(), state.height()));
        }
    }

    private boolean isApplied(long offset) {
        return Checks.atLeast("offset", offset, 0) < state.nextOffset();
    }

    private static void deleteFromIndexes(WriteBatch batch, StoredImage image) throws RocksDBException {
        batch.delete(Keys.arrival(image.offset()));
        batch.delete(Keys.label(image.label(), image.offset()));
    }

    private void empty(State next) {
        write(next, batch -> batch.deleteRange(Keys.FIRST, Keys.LAST));
        database.compact();
    }

    private void write(State next, Change change) {
        database.write(batch -> {
            change.addTo(batch);
            batch.put(Keys.STATE, next.encoded());
        });
        state = next;
    }
}
