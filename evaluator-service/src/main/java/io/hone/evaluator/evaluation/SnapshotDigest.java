package io.hone.evaluator.evaluation;

import io.hone.contracts.Sha256;
import io.hone.contracts.verdict.HoldOutSnapshot;
import io.hone.vision.store.StoredImage;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Comparator;
import java.util.List;

/** Names the images of a snapshot, so that anybody can tell whether two verdicts rest on the same ones. */
final class SnapshotDigest {

    private SnapshotDigest() {}

    static HoldOutSnapshot of(long nextOffset, List<StoredImage> images) {
        return new HoldOutSnapshot(nextOffset, images.size(), digest(images));
    }

    static String digest(List<StoredImage> images) {
        MessageDigest digest = Sha256.digest();
        images.stream()
                .sorted(Comparator.comparing(StoredImage::id))
                .map(image -> image.id() + " " + image.label() + "\n")
                .forEach(line -> digest.update(line.getBytes(StandardCharsets.UTF_8)));
        return Sha256.hex(digest.digest());
    }
}
