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
        ImagePayload payload) {

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
        if (payload instanceof ImagePayload.Inline inline
                && !ImageId.of(inline.bytes()).equals(id)) {
            throw new IllegalArgumentException("id is '%s', but the SHA-256 of the image's bytes is '%s'"
                    .formatted(id, ImageId.of(inline.bytes())));
        }
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
        return new LabelledImage(
                id, label, Optional.of(decided), group, annotator, golden, source, labelledAt, contentType, payload);
    }
}
