package io.hone.ingest.upload;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.hone.contracts.access.Role;
import io.hone.contracts.image.ImageId;
import io.hone.contracts.model.ModelSettings;
import io.hone.ingest.body.Bodies;
import io.hone.ingest.intake.Corrections;
import io.hone.ingest.intake.IntakeMetrics;
import io.hone.ingest.intake.Relabelling;
import io.hone.ingest.trained.TrainedVersions;
import io.hone.platform.access.Needs;
import io.hone.platform.problem.InvalidFieldException;
import io.hone.registry.store.ObjectStoreException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;

/** What is known of an image, and corrections of it. */
@Needs(Role.VIEWER)
@Path("/v1/models/{model}/images")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "images")
@APIResponse(responseCode = "400", description = "A field is missing or not as it must be: see field and value")
@APIResponse(responseCode = "404", description = "No such model is registered, or it has no such image")
@APIResponse(
        responseCode = "503",
        description = "Kafka is away, or the stream has not been read to its end yet: see Retry-After")
class KnownImageResource {

    private static final String ID_IS = "SHA-256 of the image's bytes in lower-case hexadecimal digits";
    private static final String ID_EXAMPLE = "2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae";
    private static final Logger LOG = Logger.getLogger(KnownImageResource.class);

    private final Models models;
    private final Corrections corrections;
    private final TrainedVersions versions;
    private final IntakeMetrics metrics;
    private final Bodies bodies;
    private final ObjectMapper mapper;

    KnownImageResource(
            Models models,
            Corrections corrections,
            TrainedVersions versions,
            IntakeMetrics metrics,
            Bodies bodies,
            ObjectMapper mapper) {
        this.models = models;
        this.corrections = corrections;
        this.versions = versions;
        this.metrics = metrics;
        this.bodies = bodies;
        this.mapper = mapper;
    }

    @GET
    @Path("{id}")
    @Operation(
            operationId = "image",
            summary = "What is known of an image",
            description =
                    "The labels that it was given, split, group, where it lies in the model's topic, and the versions that were trained on it.")
    @APIResponse(
            responseCode = "200",
            description = "What the stream tells, read to its end",
            content = @Content(schema = @Schema(implementation = ImageAnswer.class)))
    public ImageAnswer image(
            @PathParam("model") String model,
            @Parameter(description = ID_IS, example = ID_EXAMPLE) @PathParam("id") String id) {
        ModelSettings settings = models.require(model);
        ImageId image = id(id);
        return Refusals.told(
                () -> withVersions(settings, ImageAnswer.of(corrections.find(settings.model(), image), settings)));
    }

    /** What the stream tells is not kept back because the bucket is away. */
    private ImageAnswer withVersions(ModelSettings settings, ImageAnswer answer) {
        try {
            return answer.with(versions.of(settings.model(), answer.id()));
        } catch (ObjectStoreException e) {
            LOG.warnf("Versions trained on an image are not told: %s", e.getMessage());
            return answer;
        }
    }

    @Needs(Role.LABELLER)
    @PUT
    @Path("{id}/label")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "relabelImage",
            summary = "Correct an image's label",
            description =
                    "Without its bytes. Which label holds afterwards is for the model's intake rule to say; all labels are kept in the image's history. The answer comes once that is safe at the broker; what is said already changes nothing.")
    @RequestBody(content = @Content(schema = @Schema(implementation = LabelBody.class)))
    @APIResponse(responseCode = "408", description = "The request did not arrive in time")
    @APIResponse(
            responseCode = "200",
            description = "The label is taken: what is known of the image from now on",
            content = @Content(schema = @Schema(implementation = ImageAnswer.class)))
    public ImageAnswer relabel(
            @PathParam("model") String model,
            @Parameter(description = ID_IS, example = ID_EXAMPLE) @PathParam("id") String id,
            InputStream body) {
        ModelSettings settings = models.require(model);
        ImageId image = id(id);
        Relabelling relabelling =
                LabelBody.read(mapper, bodies.text("body", body)).relabelling();
        ImageAnswer answer =
                Refusals.told(() -> ImageAnswer.of(corrections.relabel(settings, image, relabelling), settings));
        metrics.corrected(settings.model());
        LOG.debugf("Label taken: offset=%d", answer.offset());
        return answer;
    }

    private static ImageId id(String id) {
        ImageId image = InvalidFieldException.parse("id", id, () -> new ImageId(id));
        MDC.put("image", image.value());
        return image;
    }
}
