package io.hone.ingest.upload;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** Describes the multipart request of one image; {@link io.hone.ingest.body.Form} holds it. */
@Schema(requiredProperties = {"image", "label"})
record ImageForm(
        @Schema(description = "JPEG, PNG, WebP, BMP or GIF (its first frame), sent as a file")
        FileUpload image,

        @Schema(description = "the class it shows, 1 to 200 characters", examples = "oxeye daisy")
        String label,

        @Schema(
                description =
                        "what it was taken of or with (a patient, a camera burst, a product): a group never straddles the split",
                examples = "burst-0412")
        String group,

        @Schema(description = "who or what labelled it", examples = "ada")
        String annotator,

        @Schema(
                enumeration = {"training", "hold-out"},
                description = "where it must go; left out, the hold-out rule decides")
        String split,

        @Schema(
                type = SchemaType.BOOLEAN,
                defaultValue = "false",
                description = "whether it belongs to the frozen set that no champion may be worse on: always hold-out")
        String golden,

        @Schema(
                description = "the labelling tool's own name for the giving of the label, unique in the model",
                examples = "label-studio:17")
        String annotation) {}
