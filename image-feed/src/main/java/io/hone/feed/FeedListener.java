package io.hone.feed;

import io.hone.contracts.model.ModelName;
import io.hone.vision.store.ImageSink;

/**
 * Told by the feed's thread what becomes of the models it feeds; must return soon.
 *
 * @param <S> what the models are read into
 */
public interface FeedListener<S extends ImageSink> {

    /** The model is this process's from now on. */
    void assigned(ModelName model, S store);

    /** Records were applied to the model's store. */
    void applied(ModelName model, S store);

    /** The model is another process's from now on: its store is closed as soon as this returns. */
    void revoked(ModelName model);
}
