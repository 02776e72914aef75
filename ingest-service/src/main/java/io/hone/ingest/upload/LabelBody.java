package io.hone.ingest.upload;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.hone.ingest.body.JsonBody;
import io.hone.ingest.intake.Relabelling;
import io.hone.platform.problem.InvalidFieldException;
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
        return JsonBody.read(
                mapper, json, LabelBody.class, "no JSON object with label and, if you like, annotator and annotation");
    }

    Relabelling relabelling() {
        return Relabelling.of(label, annotator, annotation);
    }
}
