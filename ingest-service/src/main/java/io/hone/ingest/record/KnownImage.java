package io.hone.ingest.record;

import io.hone.contracts.Checks;
import io.hone.contracts.image.GivenLabel;
import io.hone.contracts.image.HoldOutRule;
import io.hone.contracts.image.ImageId;
import io.hone.contracts.image.LabelHistory;
import io.hone.contracts.image.LabelledImage;
import io.hone.contracts.image.Split;
import java.net.URI;
import java.util.Optional;

/**
 * What a model's stream tells about an image, up to its last record.
 *
 * @param offset of that record, which holds the image
 * @param split where it was sent to; absent when the hold-out rule decides
 * @param group what it was taken of or with
 * @param golden whether any of its records since it was last taken out said so: readers never forget that
 * @param source the pipeline that sent it
 * @param holds the label that holds
 * @param history all labels that are known, that one among them
 */
public record KnownImage(
        ImageId id,
        long offset,
        Optional<Split> split,
        Optional<String> group,
        boolean golden,
        URI source,
        String contentType,
        GivenLabel holds,
        LabelHistory history) {

    public KnownImage {
        Checks.present("id", id);
        Checks.atLeast("offset", offset, 0);
        split = split == null ? Optional.empty() : split;
        group = group == null ? Optional.empty() : group;
        Checks.present("source", source);
        Checks.present("holds", holds);
        Checks.present("history", history);
    }

    /** @param before what was known of the image until then */
    public static KnownImage of(LabelledImage image, long offset, Optional<KnownImage> before) {
        boolean golden = image.golden() || before.map(KnownImage::golden).orElse(false);
        LabelHistory history = before.map(KnownImage::history)
                .orElse(LabelHistory.NONE)
                .and(image.history())
                .and(image.given());
        return new KnownImage(
                image.id(),
                offset,
                golden ? Optional.of(Split.HOLD_OUT) : image.split(),
                image.group(),
                golden,
                image.source(),
                image.contentType(),
                image.given(),
                history);
    }

    /** The same, once the record is there that says so. */
    public KnownImage relabelled(GivenLabel holding, LabelHistory labels, long recordOffset) {
        return new KnownImage(id, recordOffset, split, group, golden, source, contentType, holding, labels);
    }

    public Split splitBy(HoldOutRule rule) {
        return split.orElseGet(() -> rule.splitOf(id, group));
    }
}
