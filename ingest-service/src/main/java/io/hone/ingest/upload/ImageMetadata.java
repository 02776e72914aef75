package io.hone.ingest.upload;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hone.ingest.intake.Labelling;
import io.hone.platform.problem.InvalidFieldException;
import java.io.IOException;
import java.util.ArrayList;
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
        String golden,

        @Schema(description = "the labelling tool's own name for the giving of the label, unique in the model")
        String annotation) {

    private static final String FIELD = "metadata";

    /** @throws InvalidFieldException if it is not a JSON array with one object for each of {@code images} images */
    static List<ImageMetadata> read(ObjectMapper mapper, String json, int images) {
        if (json == null) {
            throw new InvalidFieldException(
                    FIELD, null, "part metadata is missing, must be a JSON array with one entry for each image");
        }
        List<ImageMetadata> entries = parse(mapper, json, images + 1);
        if (entries.size() != images) {
            throw new InvalidFieldException(
                    FIELD,
                    null,
                    "metadata has %s entries for %d images, must have one for each"
                            .formatted(entries.size() > images ? "more than " + images : entries.size(), images));
        }
        return entries;
    }

    /** No more than {@code most}: four megabytes of braces would become a hundred of objects. */
    private static List<ImageMetadata> parse(ObjectMapper mapper, String json, int most) {
        List<ImageMetadata> entries = new ArrayList<>();
        try (JsonParser parser = mapper.createParser(json)) {
            if (parser.nextToken() != JsonToken.START_ARRAY) {
                throw noArray(json);
            }
            while (entries.size() < most && parser.nextToken() == JsonToken.START_OBJECT) {
                entries.add(mapper.readValue(parser, ImageMetadata.class));
            }
            if (entries.size() < most && parser.currentToken() != JsonToken.END_ARRAY) {
                throw noArray(json);
            }
            return entries;
        } catch (IOException e) {
            throw noArray(json);
        }
    }

    private static InvalidFieldException noArray(String json) {
        return new InvalidFieldException(
                FIELD,
                json,
                "metadata is no JSON array of objects with label, group, annotator, split, golden and annotation");
    }

    Labelling labelling() {
        return Labelling.of(label, group, annotator, split, golden, annotation);
    }
}
