package io.hone.cli.push;

import java.util.ArrayList;
import java.util.List;

/**
 * How many images travel in one request.
 *
 * @param images at most
 * @param bytes at most, unless one image alone has more
 */
record Batches(int images, long bytes) {

    static final Batches USUAL = new Batches(64, 4L << 20);

    Filling filling() {
        return new Filling(this);
    }

    /** A batch that is being filled. */
    static final class Filling {

        private final Batches limit;
        private List<LabelledImage> batch = new ArrayList<>();
        private long size;

        private Filling(Batches limit) {
            this.limit = limit;
        }

        boolean isEmpty() {
            return batch.isEmpty();
        }

        /** Whether the image has to wait for the next batch. */
        boolean isFullFor(LabelledImage image) {
            return !batch.isEmpty() && (batch.size() == limit.images() || size + image.bytes().length > limit.bytes());
        }

        void add(LabelledImage image) {
            batch.add(image);
            size += image.bytes().length;
        }

        /** What is in it; the next batch begins. */
        List<LabelledImage> take() {
            List<LabelledImage> full = List.copyOf(batch);
            batch = new ArrayList<>();
            size = 0;
            return full;
        }
    }
}
