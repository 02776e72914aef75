package io.hone.ingest.intake;

import io.hone.contracts.image.HoldOutRule;
import io.hone.contracts.image.ImageId;
import io.hone.contracts.image.Split;
import io.hone.ingest.record.KnownImage;
import java.util.Optional;

/**
 * Where an image goes: as it is told, or else where it was.
 *
 * @param split absent when the hold-out rule decides
 */
record Placing(Optional<Split> split, Optional<String> group, boolean golden) {

    /** @throws LabelRefusedException if a golden image is to be trained on */
    static Placing of(Labelling told, Optional<KnownImage> known) {
        boolean golden = told.golden() || known.map(KnownImage::golden).orElse(false);
        if (golden && told.split().equals(Optional.of(Split.TRAINING))) {
            throw new LabelRefusedException(
                    LabelRefusedException.Reason.GOLDEN,
                    "split",
                    Split.TRAINING.wireName(),
                    "split is 'training', but the image is golden, and stays in the hold-out as long as it is in the stream: take it back first");
        }
        Optional<String> group = told.group().or(() -> known.flatMap(KnownImage::group));
        return new Placing(split(told, known, golden, group), group, golden);
    }

    private static Optional<Split> split(
            Labelling told, Optional<KnownImage> known, boolean golden, Optional<String> group) {
        if (golden) {
            return Optional.of(Split.HOLD_OUT);
        }
        // Another group may lie on the other side, and never straddles the split.
        return told.split()
                .or(() -> known.filter(image -> image.group().equals(group)).flatMap(KnownImage::split));
    }

    Split splitOf(ImageId id, HoldOutRule rule) {
        return split.orElseGet(() -> rule.splitOf(id, group));
    }
}
