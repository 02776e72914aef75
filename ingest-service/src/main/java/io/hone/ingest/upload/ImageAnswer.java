package io.hone.ingest.upload;

import io.hone.contracts.image.GivenLabel;
import io.hone.contracts.image.HoldOutRule;
import io.hone.contracts.image.ImageId;
import io.hone.contracts.image.Split;
import io.hone.contracts.model.ModelSettings;
import io.hone.ingest.record.KnownImage;
import io.hone.ingest.trained.TrainedVersions;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What is known of an image. */
@Schema(description = "What is known of an image in the model's stream.")
record ImageAnswer(
        @Schema(implementation = String.class, description = "SHA-256 of the image's bytes")
        ImageId id,

        @Schema(description = "the label that holds", examples = "oxeye daisy")
        String label,

        @Schema(description = "who gave it", examples = "ada")
        Optional<String> annotator,

        @Schema(description = "when it was given") Instant labelledAt,

        @Schema(description = "the labelling tool's own name for the giving of it", examples = "label-studio:17")
        Optional<String> annotation,

        @Schema(
                implementation = String.class,
                enumeration = {"training", "hold-out"},
                description = "whether it is trained on, or kept to compare versions on")
        Split split,

        @Schema(description = "what it was taken of or with", examples = "burst-0412")
        Optional<String> group,

        @Schema(description = "whether it belongs to the frozen set that no champion may be worse on")
        boolean golden,

        @Schema(implementation = String.class, description = "the pipeline that sent it", examples = "/hone/ingest")
        URI source,

        @Schema(description = "of its last record in the model's topic", examples = "4711")
        long offset,

        @Schema(description = "by the image's content", examples = "image/png")
        String contentType,

        @Schema(description = "the last labels it was given, at most 20, the one that holds among them")
        List<GivenLabel> history,

        @Schema(
                description =
                        "the versions that were trained on it, whatever it was labelled then; absent in the answer to a correction, and while the bucket is away")
        Optional<Trained> trained) {

    @Schema(description = "By the lists of images that versions keep.")
    record Trained(
            @Schema(description = "versions trained on the image", examples = "[2, 3]")
            List<Integer> versions,

            @Schema(
                    description =
                            "versions of which that is not known: older than the last 50, without a list, or to be looked at when asked again",
                    examples = "[]")
            List<Integer> unknown) {}

    static ImageAnswer of(KnownImage image, ModelSettings settings) {
        GivenLabel holds = image.holds();
        return new ImageAnswer(
                image.id(),
                holds.label(),
                holds.annotator(),
                holds.at(),
                holds.annotation(),
                image.splitBy(new HoldOutRule(settings.holdOutFraction())),
                image.group(),
                image.golden(),
                image.source(),
                image.offset(),
                image.contentType(),
                image.history().labels(),
                Optional.empty());
    }

    ImageAnswer with(TrainedVersions.Answer versions) {
        return new ImageAnswer(
                id,
                label,
                annotator,
                labelledAt,
                annotation,
                split,
                group,
                golden,
                source,
                offset,
                contentType,
                history,
                Optional.of(new Trained(versions.versions(), versions.unknown())));
    }
}
