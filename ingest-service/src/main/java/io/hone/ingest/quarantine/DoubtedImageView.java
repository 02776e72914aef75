package io.hone.ingest.quarantine;

import io.hone.contracts.doubt.LabelDoubted;
import io.hone.contracts.image.GivenLabel;
import io.hone.contracts.image.ImageId;
import io.hone.contracts.image.Split;
import io.hone.ingest.record.KnownImage;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An image in quarantine, as people see it. */
@Schema(description = "An image that is out of the stream because the champion doubts its label.")
public record DoubtedImageView(
        @Schema(implementation = String.class, description = "SHA-256 of the image's bytes")
        ImageId id,

        @Schema(description = "the label that is doubted", examples = "oxeye daisy")
        String label,

        @Schema(description = "who gave it", examples = "ada")
        Optional<String> annotator,

        @Schema(description = "when it was given") Instant labelledAt,

        @Schema(description = "the labelling tool's own name for the giving of it", examples = "label-studio:17")
        Optional<String> annotation,

        @Schema(description = "what the champion says instead", examples = "dandelion")
        String predicted,

        @Schema(description = "of the champion in that, 0 to 1", examples = "0.97")
        double confidence,

        @Schema(description = "the version that predicted", examples = "3")
        int champion,

        @Schema(description = "when the label was doubted") Instant doubtedAt,

        @Schema(
                implementation = String.class,
                enumeration = {"training", "hold-out"},
                description = "where the image was sent to; absent when the hold-out rule decided")
        Optional<Split> split,

        @Schema(description = "what it was taken of or with", examples = "burst-0412")
        Optional<String> group,

        @Schema(implementation = String.class, description = "the pipeline that sent it", examples = "/hone/ingest")
        URI source,

        @Schema(examples = "image/png") String contentType,

        @Schema(description = "the last labels it was given, at most 20, the one that is doubted among them")
        List<GivenLabel> history) {

    static DoubtedImageView of(DoubtedImage doubted) {
        KnownImage image = doubted.image();
        LabelDoubted doubt = doubted.doubt();
        return new DoubtedImageView(
                image.id(),
                image.holds().label(),
                image.holds().annotator(),
                image.holds().at(),
                image.holds().annotation(),
                doubt.predicted(),
                doubt.confidence(),
                doubt.champion(),
                doubt.at(),
                image.split(),
                image.group(),
                image.source(),
                image.contentType(),
                image.history().labels());
    }
}
