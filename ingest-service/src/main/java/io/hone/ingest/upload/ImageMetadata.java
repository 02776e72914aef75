package io.hone.ingest.upload;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hone.ingest.intake.Labelling;
import io.hone.platform.problem.InvalidFieldException;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a batch says about one of its images. */
@Schema(requiredProperties = "label")
record ImageMetadata(
        @Schema(description = "the class it shows, 1 to 200 characters", examples = "oxeye daisy")
        String label,

        @Schema(description = "what it was taken of or with; a group never straddles the split")
        String group,

        @Schema(description = "who or what labelled it") String annotator,

        @Schema(
                enumeration = {"training", "hold-out"},
                description = "where it must go; left out, the hold-out rule decides")
        String split,

        @Schema(
                type = SchemaType.BOOLEAN,
                defaultValue = "false",
                description = "whether it belongs to the frozen set that no champion may be worse on: always hold-out")
        String golden) {

    private static final String FIELD = "metadata";

    /** @throws InvalidFieldException if it is not a JSON array with one object for each of {@code images} images */
    static List<ImageMetadata> read(ObjectMapper mapper, String json, int images) {
        if (json == null) {
            throw new InvalidFieldException(
                    FIELD, null, "part metadata is missing, must be a JSON array with one entry for each image");
        }
        List<ImageMetadata> entries = parse(mapper, json);
        if (entries.size() != images) {
            throw new InvalidFieldException(
                    FIELD,
                    null,
                    "metadata has %d entries for %d images, must have one for each".formatted(entries.size(), images));
        }
        return entries;
    }

    private static List<ImageMetadata> parse(ObjectMapper mapper, String json) {
        try {
            return List.of(mapper.readValue(json, ImageMetadata[].class));
        } catch (JsonProcessingException | NullPointerException e) {
            throw new InvalidFieldException(
                    FIELD, json, "metadata is no JSON array of objects with label, group, annotator, split and golden");
        }
    }

    Labelling labelling() {
        return Labelling.of(label, group, annotator, split, golden);
    }
}
