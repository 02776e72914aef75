package io.hone.vision.store;

import io.hone.contracts.Checks;
import io.hone.contracts.image.ImageId;

/**
 * What the store knows about an image, besides its pixels.
 *
 * @param label the last one given
 * @param offset of the record that gave it: arrival order
 * @param origin where that label came from
 */
public record StoredImage(ImageId id, String label, long offset, LabelOrigin origin) {

    public StoredImage {
        Checks.present("id", id);
        Checks.present("label", label);
        Checks.atLeast("offset", offset, 0);
        Checks.present("origin", origin);
    }

    StoredImage marked() {
        return new StoredImage(id, label, offset, origin.marked());
    }

    /** One that came over no stream. */
    public StoredImage(ImageId id, String label, long offset) {
        this(id, label, offset, LabelOrigin.UNKNOWN);
    }
}
