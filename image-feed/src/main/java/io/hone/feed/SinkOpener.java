package io.hone.feed;

import io.hone.contracts.model.ModelName;
import io.hone.contracts.model.Preprocessing;
import io.hone.vision.store.ImageSink;
import io.hone.vision.store.ImageStore;
import java.nio.file.Path;

/**
 * Opens what a model is read into, when the model has become this process's.
 *
 * @param <S> what that is
 */
@FunctionalInterface
public interface SinkOpener<S extends ImageSink> {

    /** Keeps the images. */
    SinkOpener<ImageStore> IMAGE_STORES = (model, directory, preprocessing) ->
            ImageStore.open(directory, preprocessing.width(), preprocessing.height());

    /**
     * @param directory the model's own
     * @param preprocessing images come in its size
     * @throws io.hone.vision.store.ImageStoreException while another process still holds it
     */
    S open(ModelName model, Path directory, Preprocessing preprocessing);
}
