package io.hone.evaluator.evaluation;

import io.hone.contracts.image.ImageId;
import io.hone.contracts.verdict.HoldOutSnapshot;
import io.hone.contracts.verdict.Hygiene;
import io.hone.evaluator.hygiene.Inspection;
import io.hone.images.Pixels;
import io.hone.vision.store.Snapshot;
import io.hone.vision.store.StoredImage;
import java.util.List;
import java.util.function.Function;

/**
 * What versions are asked about: the images of the hold-out that count in a comparison. Which do not, and why, is for
 * {@link io.hone.evaluator.hygiene.Inspector} to say.
 *
 * @param name of these very images
 * @param hygiene what was found out about them
 * @param pixels of an image
 */
record Paper(HoldOutSnapshot name, List<StoredImage> images, Hygiene hygiene, Function<ImageId, Pixels> pixels) {

    static Paper of(Snapshot holdOut, Inspection inspection) {
        return new Paper(
                SnapshotDigest.of(holdOut.nextOffset(), inspection.images()),
                inspection.images(),
                inspection.hygiene(),
                holdOut::pixels);
    }

    List<ImageId> ids() {
        return images.stream().map(StoredImage::id).toList();
    }
}
