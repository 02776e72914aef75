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

    /** The inline one, corrected by somebody else after a label that was taken back. */
    static LabelledImage corrected() {
        GivenLabel withdrawn = new GivenLabel(
                "Löwenzahn",
                Instant.parse("2026-11-22T11:00:00Z"),
                Optional.empty(),
                Optional.of("label-studio:17"),
                Optional.of(Instant.parse("2026-11-22T11:30:00Z")));
        GivenLabel holds = new GivenLabel(
                "Margerite",
                Instant.parse("2026-11-23T08:00:00Z"),
                Optional.of("grace"),
                Optional.of("label-studio:18"));
        return inline().labelled(
                        holds, LabelHistory.of(inline().given()).and(withdrawn).and(holds));
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
