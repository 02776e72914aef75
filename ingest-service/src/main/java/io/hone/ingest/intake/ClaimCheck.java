package io.hone.ingest.intake;

import io.hone.contracts.ObjectKeys;
import io.hone.contracts.image.ImageId;
import io.hone.contracts.image.ImagePayload;
import io.hone.contracts.model.ModelName;
import io.hone.registry.store.ObjectStore;

/** Keeps records small: a larger image goes to the bucket first, and its record says where. */
public final class ClaimCheck {

    private final ObjectStore images;
    private final long inlineLimit;

    /** @param inlineLimit the largest image that travels inside its record, in bytes */
    public ClaimCheck(ObjectStore images, long inlineLimit) {
        this.images = images;
        this.inlineLimit = inlineLimit;
    }

    /** Once it returns, the bytes are where the payload says. */
    ImagePayload payload(ModelName model, ImagePayload.Inline image, String contentType) {
        if (image.bytes().length <= inlineLimit) {
            return image;
        }
        String key = ObjectKeys.image(model, image.id());
        images.write(key, image.bytes(), contentType);
        return ImagePayload.Reference.to(ObjectKeys.IMAGES, key);
    }

    /** Does nothing for an image that travelled inside its record. */
    void forget(ModelName model, ImageId id) {
        images.delete(ObjectKeys.image(model, id));
    }
}
