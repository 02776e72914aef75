package io.hone.ingest.labelstudio;

import io.hone.contracts.Json;
import io.hone.contracts.image.ImageId;
import io.hone.contracts.model.ModelName;
import io.hone.registry.store.ObjectStore;
import java.util.Optional;

/**
 * What each annotation has said, so that nothing that is known is fetched again: in the bucket {@code images}, under
 * {@code <model>/annotations/<id>}. Every method throws ObjectStoreException when the bucket is away.
 */
final class Annotations {

    private static final String JSON = "application/json";

    private final ObjectStore images;

    Annotations(ObjectStore images) {
        this.images = images;
    }

    /**
     * @param id of the annotation, unlike those of other tools
     * @param image that it labelled
     * @param said what it said
     */
    record Kept(String id, ImageId image, Annotated said) {}

    /** In place of what was kept under the same id. */
    void keep(ModelName model, Kept kept) {
        images.write(key(model, kept.id()), Json.write(kept), JSON);
    }

    Optional<Kept> find(ModelName model, String id) {
        return images.read(key(model, id)).map(json -> Json.read(json, Kept.class));
    }

    /** Does nothing when it is not known. */
    void forget(ModelName model, String id) {
        images.delete(key(model, id));
    }

    private static String key(ModelName model, String id) {
        return "%s/annotations/%s".formatted(model, id);
    }
}
