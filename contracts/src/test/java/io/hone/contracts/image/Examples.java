package io.hone.contracts.image;

import io.hone.contracts.ObjectKeys;
import io.hone.contracts.model.ModelName;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;

final class Examples {

    static final ModelName MODEL = new ModelName("plants");
    static final byte[] BYTES = "not really a PNG".getBytes(StandardCharsets.US_ASCII);
    static final ImageId ID = ImageId.of(BYTES);

    private Examples() {}

    static LabelledImage inline() {
        return image(Split.TRAINING, false, new ImagePayload.Inline(BYTES));
    }

    static LabelledImage golden() {
        return image(Split.HOLD_OUT, true, new ImagePayload.Inline(BYTES));
    }

    static LabelledImage referenced() {
        return image(Split.TRAINING, false, ImagePayload.Reference.to(ObjectKeys.IMAGES, ObjectKeys.image(MODEL, ID)));
    }

    private static LabelledImage image(Split split, boolean golden, ImagePayload payload) {
        return new LabelledImage(
                ID,
                "Gänseblümchen",
                Optional.of(split),
                Optional.of("meadow 3"),
                Optional.of("ada"),
                golden,
                URI.create("/ingest"),
                Instant.parse("2026-11-22T10:15:30.123Z"),
                "image/png",
                payload);
    }
}
