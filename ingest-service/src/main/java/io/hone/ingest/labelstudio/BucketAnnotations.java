package io.hone.ingest.labelstudio;

import io.hone.contracts.Json;
import io.hone.contracts.image.ImageId;
import io.hone.contracts.model.ModelName;
import io.hone.registry.store.ObjectStore;
import java.util.List;
import java.util.Optional;

/**
 * In the bucket {@code images}, one object for each annotation, {@code <model>/annotations/<id>}, and one that finds it by
 * its image, {@code <model>/annotated/<image>/<id>}. Written in the order in which whoever dies leaves nothing that could
 * not be found again by doing it once more.
 */
final class BucketAnnotations implements Annotations {

    private static final String JSON = "application/json";

    private final ObjectStore images;

    BucketAnnotations(ObjectStore images) {
        this.images = images;
    }

    @Override
    public void keep(ModelName model, Kept kept) {
        byte[] json = Json.write(kept);
        images.write(byImage(model, kept.image()) + kept.id(), json, JSON);
        images.write(byId(model, kept.id()), json, JSON);
    }

    @Override
    public Optional<Kept> find(ModelName model, String id) {
        return images.read(byId(model, id)).map(BucketAnnotations::read);
    }

    @Override
    public List<Kept> of(ModelName model, ImageId image) {
        return images.keys(byImage(model, image)).stream()
                .flatMap(key -> images.read(key).stream())
                .map(BucketAnnotations::read)
                .toList();
    }

    @Override
    public void forget(ModelName model, Kept kept) {
        images.delete(byImage(model, kept.image()) + kept.id());
        images.delete(byId(model, kept.id()));
    }

    private static Kept read(byte[] json) {
        return Json.read(json, Kept.class);
    }

    private static String byId(ModelName model, String id) {
        return "%s/annotations/%s".formatted(model, id);
    }

    private static String byImage(ModelName model, ImageId image) {
        return "%s/annotated/%s/".formatted(model, image);
    }
}
