package io.hone.evaluator.evaluation;

import io.hone.vision.store.ImageStore;

/**
 * What a hold-out must have before a candidate is judged on it.
 *
 * @param nextOffset up to which the stream must have been applied
 * @param images at least so many
 */
record Awaited(long nextOffset, int images) {

    static final Awaited NOTHING = new Awaited(0, 0);

    boolean metBy(ImageStore holdOut) {
        return holdOut.nextOffset() >= nextOffset && holdOut.count() >= images;
    }
}
