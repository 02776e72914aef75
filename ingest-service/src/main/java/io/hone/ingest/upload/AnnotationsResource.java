package io.hone.ingest.upload;

import static io.hone.platform.access.AuditLog.detail;

import io.hone.contracts.access.Role;
import io.hone.contracts.model.ModelSettings;
import io.hone.ingest.intake.Corrections;
import io.hone.ingest.intake.IntakeMetrics;
import io.hone.ingest.intake.UnknownImageException;
import io.hone.ingest.intake.Withdrawal;
import io.hone.platform.access.AuditLog;
import io.hone.platform.access.Caller;
import io.hone.platform.access.Needs;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;

/** Labels by the labelling tool's own names for them. */
@Needs(Role.LABELLER)
@Path("/v1/models/{model}/annotations/{annotation}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "images")
@APIResponse(responseCode = "404", description = "No such model is registered, or it has no such annotation any more")
@APIResponse(
        responseCode = "503",
        description = "Kafka is away, or the stream has not been read to its end yet: see Retry-After")
class AnnotationsResource {

    private static final Logger LOG = Logger.getLogger(AnnotationsResource.class);

    private final Models models;
    private final Corrections corrections;
    private final IntakeMetrics metrics;
    private final Caller caller;
    private final AuditLog audit;

    AnnotationsResource(Models models, Corrections corrections, IntakeMetrics metrics, Caller caller, AuditLog audit) {
        this.models = models;
        this.corrections = corrections;
        this.metrics = metrics;
        this.caller = caller;
        this.audit = audit;
    }

    @DELETE
    @Operation(
            operationId = "removeAnnotation",
            summary = "Take an annotation back",
            description =
                    "The label that it gave counts no more: the one that holds then is for the model's intake rule to say, and an image without any is taken out of the stream.")
    @APIResponse(
            responseCode = "200",
            description = "That is safe at the broker",
            content = @Content(schema = @Schema(implementation = Withdrawal.class)))
    public Withdrawal withdraw(
            @PathParam("model") String model,
            @Parameter(description = "as it was given with the label", example = "label-studio:17")
                    @PathParam("annotation")
                    String annotation) {
        ModelSettings settings = models.require(model);
        Withdrawal withdrawal = Refusals.told(() -> corrections
                .withdraw(settings, annotation)
                .orElseThrow(() -> new UnknownImageException(settings.model(), "annotation", annotation)));
        MDC.put("image", withdrawal.image().value());
        if (withdrawal.removed()) {
            metrics.removed(settings.model());
            audit.write(
                    "image-removed",
                    caller.name(),
                    detail("model", settings.model()),
                    detail("image", withdrawal.image()),
                    detail("annotation", annotation));
        }
        LOG.info("Annotation taken back");
        return withdrawal;
    }
}
