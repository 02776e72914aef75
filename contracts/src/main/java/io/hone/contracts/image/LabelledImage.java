package io.hone.contracts.image;

import io.hone.contracts.Checks;
import io.hone.contracts.model.Classes;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/**
 * An image and what somebody says it shows.
 *
 * @param label the class, 1 to 200 characters
 * @param split where it must go; absent when the hold-out rule decides
 * @param group what it was taken of or with; a group never straddles the split; at most 200 characters
 * @param annotator who or what labelled it; at most 200 characters
 * @param golden whether it belongs to the frozen set that no champion may be worse on; only in the hold-out
 * @param source the pipeline that sent it
 * @param labelledAt when the label was given
 * @param contentType media type of the encoded bytes, such as {@code image/png}
 * @param annotation the labelling tool's own name for the giving of the label, unique in the model; at most 200
 *     characters
 * @param history the labels that the image was given, this one and earlier ones; empty where the record tells of none
 * @param reviewed whether somebody has looked at a label that was doubted: it is not doubted again
 */
public record LabelledImage(
        ImageId id,
        String label,
        Optional<Split> split,
        Optional<String> group,
        Optional<String> annotator,
        boolean golden,
        URI source,
        Instant labelledAt,
        String contentType,
        ImagePayload payload,
        Optional<String> annotation,
        LabelHistory history,
        boolean reviewed) {

    private static final int MAX_LENGTH = 200;

    public LabelledImage {
        Checks.present("id", id);
        Checks.line("label", label, Classes.MAX_LABEL_LENGTH);
        Checks.present("split", split);
        Checks.present("group", group).ifPresent(value -> Checks.line("group", value, MAX_LENGTH));
        Checks.present("annotator", annotator).ifPresent(value -> Checks.line("annotator", value, MAX_LENGTH));
        if (golden && !split.equals(Optional.of(Split.HOLD_OUT))) {
            throw new IllegalArgumentException("golden is 'true' with split '%s', must be with split 'hold-out'"
                    .formatted(split.map(Split::wireName).orElse("")));
        }
        Checks.present("source", source);
        Checks.present("labelledAt", labelledAt);
        Checks.line("contentType", contentType, MAX_LENGTH);
        Checks.present("payload", payload);
        Checks.present("annotation", annotation).ifPresent(value -> Checks.line("annotation", value, MAX_LENGTH));
        Checks.present("history", history);
        if (payload instanceof ImagePayload.Inline inline && !inline.id().equals(id)) {
            throw new IllegalArgumentException(
                    "id is '%s', but the SHA-256 of the image's bytes is '%s'".formatted(id, inline.id()));
        }
    }

    /** One whose label nobody has reviewed. */
    public LabelledImage(
            ImageId id,
            String label,
            Optional<Split> split,
            Optional<String> group,
            Optional<String> annotator,
            boolean golden,
            URI source,
            Instant labelledAt,
            String contentType,
            ImagePayload payload,
            Optional<String> annotation,
            LabelHistory history) {
        this(
                id,
                label,
                split,
                group,
                annotator,
                golden,
                source,
                labelledAt,
                contentType,
                payload,
                annotation,
                history,
                false);
    }

    /** One that tells neither of an annotation nor of earlier labels. */
    public LabelledImage(
            ImageId id,
            String label,
            Optional<Split> split,
            Optional<String> group,
            Optional<String> annotator,
            boolean golden,
            URI source,
            Instant labelledAt,
            String contentType,
            ImagePayload payload) {
        this(
                id,
                label,
                split,
                group,
                annotator,
                golden,
                source,
                labelledAt,
                contentType,
                payload,
                Optional.empty(),
                LabelHistory.NONE);
    }

    /** One that is not golden. */
    public LabelledImage(
            ImageId id,
            String label,
            Optional<Split> split,
            Optional<String> group,
            Optional<String> annotator,
            URI source,
            Instant labelledAt,
            String contentType,
            ImagePayload payload) {
        this(id, label, split, group, annotator, false, source, labelledAt, contentType, payload);
    }

    public LabelledImage withSplit(Split decided) {
        return with(Optional.of(decided), golden, given(), history, reviewed);
    }

    /**
     * The same image under another label.
     *
     * @param holds the label from now on
     * @param labels all that it was given, the one that holds among them
     */
    public LabelledImage labelled(GivenLabel holds, LabelHistory labels) {
        return with(split, golden, holds, labels, reviewed);
    }

    /** The same image in the frozen set. */
    public LabelledImage marked() {
        return with(Optional.of(Split.HOLD_OUT), true, given(), history, reviewed);
    }

    /** The same image, once somebody has looked at its label. */
    public LabelledImage asReviewed() {
        return with(split, golden, given(), history, true);
    }

    /** The label that holds, and who gave it. */
    public GivenLabel given() {
        return new GivenLabel(label, labelledAt, annotator, annotation);
    }

    private LabelledImage with(
            Optional<Split> split, boolean golden, GivenLabel holds, LabelHistory labels, boolean reviewed) {
        return new LabelledImage(
                id,
                holds.label(),
                split,
                group,
                holds.annotator(),
                golden,
                source,
                holds.at(),
                contentType,
                payload,
                holds.annotation(),
                labels,
                reviewed);
    }
}
