package io.hone.vision.store;

import io.hone.contracts.image.ImageId;
import io.hone.images.Fingerprint;
import io.hone.images.Pixels;
import java.util.Collections;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;

/**
 * The image store as it was at one moment, while the feed goes on writing. For any number of threads. Holds disk space
 * until closed; once it or its store is closed, everything but the counts answers {@link IllegalStateException}.
 */
public final class Snapshot implements AutoCloseable {

    private final View view;
    private final Images images;
    private final Traces traces;
    private final long nextOffset;
    private final SortedMap<String, Integer> countByLabel;
    private final int count;

    Snapshot(View view, State state, LabelCounts counts) {
        this.view = view;
        this.images = new Images(view, state.width(), state.height());
        this.traces = new Traces(view);
        this.nextOffset = state.nextOffset();
        this.countByLabel = Collections.unmodifiableSortedMap(counts.byLabel());
        this.count = counts.total();
    }

    /** Offset of the first record that this snapshot does not know. */
    public long nextOffset() {
        return nextOffset;
    }

    public int count() {
        return count;
    }

    /** Labels without images do not appear. */
    public SortedMap<String, Integer> countByLabel() {
        return countByLabel;
    }

    /** All images, in the order their last labels arrived. */
    public List<StoredImage> byArrival() {
        return byArrival(0);
    }

    /** The images whose last label arrived at {@code fromOffset} or later, in that order. */
    public List<StoredImage> byArrival(long fromOffset) {
        return images.byArrival(fromOffset);
    }

    /** In the order the labels arrived; empty for a label that no image bears. */
    public List<StoredImage> byLabel(String label) {
        return images.byLabel(label);
    }

    /** @throws NoSuchElementException if the image is not in this snapshot */
    public Pixels pixels(ImageId id) {
        return images.pixels(id)
                .orElseThrow(() -> new NoSuchElementException("image %s is not in this snapshot".formatted(id)));
    }

    public Optional<StoredImage> find(ImageId id) {
        return images.find(id);
    }

    /** Empty for an image without contrast, or one that is not in this snapshot. */
    public Optional<Fingerprint> fingerprint(ImageId id) {
        return traces.fingerprint(id);
    }

    /** Of the images that are in another split, in the order of their ids. */
    public List<Trace> traces() {
        return traces.all();
    }

    /** Of an image that is in another split. */
    public Optional<Trace> trace(ImageId id) {
        return traces.find(id);
    }

    /** Of an image that is here and was in another split before: the offset of the last record that said so. */
    public OptionalLong lastElsewhere(ImageId id) {
        return traces.lastElsewhere(id);
    }

    /** A second time it does nothing, nor after the store's close. */
    @Override
    public void close() {
        view.close();
    }
}
