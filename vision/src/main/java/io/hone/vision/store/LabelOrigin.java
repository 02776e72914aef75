package io.hone.vision.store;

import io.hone.contracts.Checks;
import io.hone.contracts.image.LabelledImage;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Where an image's last label came from.
 *
 * @param group what the image was taken of or with
 * @param annotator who or what labelled it
 * @param source the pipeline that sent it; what is beyond 200 characters is cut off
 * @param labelledAt to the second
 * @param golden whether the image belongs to the frozen set that no champion may be worse on
 * @param reviewed whether the label was looked at more than once: corrected, given by several, or released after doubt
 */
public record LabelOrigin(
        Optional<String> group,
        Optional<String> annotator,
        String source,
        Instant labelledAt,
        boolean golden,
        boolean reviewed) {

    /** Of images that came over no stream. */
    public static final LabelOrigin UNKNOWN =
            new LabelOrigin(Optional.empty(), Optional.empty(), "unknown", Instant.EPOCH, false);

    private static final int LONGEST_SOURCE = 200;

    public LabelOrigin {
        Checks.present("group", group);
        Checks.present("annotator", annotator);
        Checks.present("source", source);
        source = source.length() <= LONGEST_SOURCE ? source : source.substring(0, LONGEST_SOURCE);
        labelledAt = Checks.present("labelledAt", labelledAt).truncatedTo(ChronoUnit.SECONDS);
    }

    /** Of a label that was looked at once. */
    public LabelOrigin(
            Optional<String> group, Optional<String> annotator, String source, Instant labelledAt, boolean golden) {
        this(group, annotator, source, labelledAt, golden, false);
    }

    /** The same of an image that belongs to the frozen set, whatever its last label says. */
    LabelOrigin marked() {
        return new LabelOrigin(group, annotator, source, labelledAt, true, reviewed);
    }

    public static LabelOrigin of(LabelledImage image) {
        return new LabelOrigin(
                image.group(),
                image.annotator(),
                image.source().toString(),
                image.labelledAt(),
                image.golden(),
                image.reviewed() || image.history().labels().size() > 1);
    }
}
