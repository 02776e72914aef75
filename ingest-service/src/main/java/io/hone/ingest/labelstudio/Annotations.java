package io.hone.ingest.labelstudio;

import io.hone.contracts.image.ImageId;
import io.hone.contracts.model.ModelName;
import java.util.List;
import java.util.Optional;

/**
 * Which annotation labelled which image: deletions name the annotation alone. Every method throws ObjectStoreException
 * or BrokerAwayException when what it needs is away.
 */
interface Annotations {

    /**
     * @param id of the annotation, unlike those of other tools
     * @param image that it labelled
     * @param said what it said
     */
    record Kept(String id, ImageId image, Annotated said) {}

    /** In place of what was kept under the same id. */
    void keep(ModelName model, Kept kept);

    Optional<Kept> find(ModelName model, String id);

    /** All of an image, by the same tool or others. */
    List<Kept> of(ModelName model, ImageId image);

    /** Does nothing when it is not known. */
    void forget(ModelName model, Kept kept);
}
