package io.hone.ingest.upload;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.hone.ingest.intake.Relabelling;
import io.hone.platform.problem.InvalidFieldException;
import java.io.IOException;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A new label for an image. */
@Schema(requiredProperties = "label")
record LabelBody(
        @Schema(description = "the class it shows, 1 to 200 characters", examples = "oxeye daisy")
        String label,

        @Schema(description = "who or what says so", examples = "grace")
        String annotator,

        @Schema(
                description = "the labelling tool's own name for the giving of it, unique in the model",
                examples = "label-studio:18")
        String annotation) {

    /** @throws InvalidFieldException if it is no such JSON object */
    static LabelBody read(ObjectMapper mapper, String json) {
        try {
            LabelBody body = mapper.readValue(json, LabelBody.class);
            if (body != null) {
                return body;
            }
        } catch (IOException e) {
            throw noObject(json, e);
        }
        throw noObject(json, null);
    }

    private static InvalidFieldException noObject(String json, IOException cause) {
        InvalidFieldException invalid = new InvalidFieldException(
                "body", json, "body is no JSON object with label and, if you like, annotator and annotation");
        invalid.initCause(cause);
        return invalid;
    }

    Relabelling relabelling() {
        return Relabelling.of(label, annotator, annotation);
    }
}
