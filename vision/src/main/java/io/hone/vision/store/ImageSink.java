package io.hone.vision.store;

import io.hone.contracts.image.ImageId;
import io.hone.images.Pixels;

/**
 * What a topic of labelled images is read into, each record together with its offset. Records arrive in the order of
 * their offsets, from one thread; one that was taken in before changes nothing.
 */
public interface ImageSink extends AutoCloseable {

    /**
     * Takes the image in under its label.
     *
     * @param image its offset is that of the record
     * @return false if the record was taken in before
     */
    boolean put(StoredImage image, Pixels pixels);

    /**
     * The image is not there any more.
     *
     * @param offset of the record that says so
     * @return false if the record was taken in before
     */
    boolean remove(ImageId id, long offset);

    /**
     * The image is in a split that is not for this sink, and so not here any more.
     *
     * @return false if the record was taken in before
     */
    default boolean elsewhere(Trace trace) {
        return remove(trace.id(), trace.offset());
    }

    /**
     * Whether the image was marked as golden by any of its records since it was last taken out. It stays so, for a label
     * that is corrected is given to the same image.
     */
    default boolean isGolden(ImageId id) {
        return false;
    }

    /** Passes over a record that is not for this sink. */
    void skip(long offset);

    /** Forgets everything, because the topic will be read from its start. */
    void clear();

    /** Offset of the first record not yet taken in. */
    long nextOffset();

    /** Whether nothing more should come for now; what comes all the same is taken in. */
    default boolean isFull() {
        return false;
    }

    @Override
    void close();
}
