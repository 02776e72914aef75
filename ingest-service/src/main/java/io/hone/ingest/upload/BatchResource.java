package io.hone.ingest.upload;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.hone.contracts.access.Role;
import io.hone.contracts.model.ModelSettings;
import io.hone.ingest.body.Form;
import io.hone.ingest.body.ImageSource;
import io.hone.ingest.intake.IntakeConfig;
import io.hone.ingest.intake.IntakeMetrics;
import io.hone.platform.access.Needs;
import io.hone.platform.problem.InvalidFieldException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.logging.Logger;

/** Many images in one request. */
@Needs(Role.LABELLER)
@Admitted
@Path("/v1/models/{model}/images/batch")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "images")
class BatchResource {

    private static final Logger LOG = Logger.getLogger(BatchResource.class);
    private static final int SERVICE_UNAVAILABLE = 503;

    private final Models models;
    private final Uploads uploads;
    private final IntakeMetrics metrics;
    private final ObjectMapper mapper;
    private final int limit;

    BatchResource(Models models, Uploads uploads, IntakeMetrics metrics, ObjectMapper mapper, IntakeConfig config) {
        this.models = models;
        this.uploads = uploads;
        this.metrics = metrics;
        this.mapper = mapper;
        this.limit = config.batchLimit();
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(
            operationId = "uploadImages",
            summary = "Hand over many labelled images",
            description =
                    "Each image is checked and answered for on its own. The answer comes once every accepted image is safe at the broker.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.MULTIPART_FORM_DATA,
                            schema = @Schema(implementation = BatchForm.class)))
    @APIResponse(
            responseCode = "200",
            description = "Every image has been looked at; each outcome says what became of it",
            content = @Content(schema = @Schema(implementation = BatchAnswer.class)))
    @APIResponse(responseCode = "400", description = "Parts image and metadata do not fit together")
    @APIResponse(responseCode = "404", description = "No such model is registered")
    @APIResponse(responseCode = "413", description = "The request is larger than allowed")
    @APIResponse(responseCode = "408", description = "The request did not arrive in time")
    @APIResponse(responseCode = "429", description = "Its sender has too much under way: see limit and Retry-After")
    @APIResponse(responseCode = "503", description = "No image was taken, and some may be later: see Retry-After")
    public BatchAnswer upload(
            @PathParam("model") String model,
            @Parameter(description = Uploads.KEY_IS) @HeaderParam(Uploads.KEY) String key,
            Form form) {
        try (form) {
            ModelSettings settings = models.require(model);
            List<ImageSource> images = limited(form.images("image"));
            List<ImageMetadata> metadata = ImageMetadata.read(mapper, form.text("metadata"), images.size());
            Batch batch = new Batch(uploads.begin(settings, images.size(), key), metrics);
            for (int i = 0; i < images.size(); i++) {
                batch.send(metadata.get(i), images.get(i));
            }
            return told(batch.await());
        }
    }

    private List<ImageSource> limited(List<ImageSource> images) {
        if (images.size() > limit) {
            throw new InvalidFieldException(
                    "image",
                    null,
                    "the batch has %d images, at most %d are allowed: split it".formatted(images.size(), limit));
        }
        return images;
    }

    /** A client that looks at the status only must not take an outage for success. */
    private static BatchAnswer told(BatchAnswer answer) {
        LOG.debugf("Batch taken: accepted=%d refused=%d", answer.accepted(), answer.refused());
        if (answer.accepted() == 0) {
            for (BatchAnswer.Outcome outcome : answer.outcomes()) {
                if (outcome.status() == SERVICE_UNAVAILABLE) {
                    throw outcome.problem().orElseThrow();
                }
            }
        }
        return answer;
    }
}
