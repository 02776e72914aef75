package io.hone.feed;

import io.hone.contracts.image.HoldOutRule;
import io.hone.contracts.model.ModelName;
import io.hone.contracts.model.ModelSettings;
import io.hone.contracts.model.Preprocessing;
import io.hone.images.ImageDecoder;
import io.hone.registry.ModelRegistry;
import io.hone.registry.store.ObjectStore;
import io.hone.vision.store.ImageSink;

/** Opens the feed of a model that has become this process's. */
final class ModelFeeds<S extends ImageSink> {

    private final SinkOpener<S> opener;
    private final FeedSettings settings;
    private final ModelRegistry registry;
    private final ObjectStore images;
    private final ImageDecoder decoder;
    private final DeadLetters deadLetters;

    ModelFeeds(
            SinkOpener<S> opener,
            FeedSettings settings,
            ModelRegistry registry,
            ObjectStore images,
            ImageDecoder decoder,
            DeadLetters deadLetters) {
        this.opener = opener;
        this.settings = settings;
        this.registry = registry;
        this.images = images;
        this.decoder = decoder;
        this.deadLetters = deadLetters;
    }

    /**
     * @throws io.hone.registry.UnknownModelException while the registration is still under way
     * @throws io.hone.registry.store.ObjectStoreException while the bucket is away
     * @throws io.hone.vision.store.ImageStoreException while another process still holds the store
     */
    ModelFeed<S> open(ModelName model) {
        ModelSettings agreed = registry.settings(model);
        Preprocessing preprocessing = registry.championManifest(model).preprocessing();
        S store = opener.open(model, settings.directory().resolve(model.value()), preprocessing);
        return new ModelFeed<>(
                model,
                store,
                preprocessing,
                new HoldOutRule(agreed.holdOutFraction()),
                settings,
                decoder,
                images,
                deadLetters);
    }
}
