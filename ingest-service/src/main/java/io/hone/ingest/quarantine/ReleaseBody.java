package io.hone.ingest.quarantine;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.hone.ingest.body.JsonBody;
import io.hone.ingest.intake.Relabelling;
import io.hone.platform.problem.InvalidFieldException;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Under which label an image is released. */
@Schema(description = "The label to release the image under; the one that was doubted when it is left out.")
record ReleaseBody(
        @Schema(description = "the class it shows, 1 to 200 characters", examples = "dandelion")
        String label,

        @Schema(description = "who or what says so", examples = "grace")
        String annotator,

        @Schema(
                description = "the labelling tool's own name for the giving of it, unique in the model",
                examples = "label-studio:18")
        String annotation) {

    private static final ReleaseBody NOTHING = new ReleaseBody(null, null, null);

    /** @throws InvalidFieldException if it is neither empty nor such a JSON object */
    static ReleaseBody read(ObjectMapper mapper, String json) {
        return json.isBlank()
                ? NOTHING
                : JsonBody.read(
                        mapper,
                        json,
                        ReleaseBody.class,
                        "neither empty nor a JSON object with label and, if you like, annotator and annotation");
    }

    /**
     * Empty where the label stays as it was.
     *
     * @throws InvalidFieldException naming the first field that is not as it must be
     */
    Optional<Relabelling> relabelling() {
        if (label == null && (annotator != null || annotation != null)) {
            throw new InvalidFieldException(
                    "label", null, "label is missing: say which label it is, or send no body to keep the one it has");
        }
        return Optional.ofNullable(label).map(given -> Relabelling.of(given, annotator, annotation));
    }
}
