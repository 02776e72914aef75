package io.hone.vision.store;

import io.hone.contracts.Checks;
import io.hone.contracts.image.ImageId;
import io.hone.images.Fingerprint;
import java.util.Optional;

/**
 * What is known of an image that is in another split: enough to keep the splits apart, and to count.
 *
 * @param offset of the record that says so
 * @param label what it was said to show
 * @param group what it was taken of or with
 * @param golden whether it belongs to the frozen set that no champion may be worse on
 * @param fingerprint absent where nobody looks at images of other splits, or there is nothing to see
 */
public record Trace(
        ImageId id,
        long offset,
        String label,
        Optional<String> group,
        boolean golden,
        Optional<Fingerprint> fingerprint) {

    public Trace {
        Checks.present("id", id);
        Checks.atLeast("offset", offset, 0);
        Checks.present("label", label);
        Checks.present("group", group);
        Checks.present("fingerprint", fingerprint);
    }

    Trace marked() {
        return new Trace(id, offset, label, group, true, fingerprint);
    }
}
