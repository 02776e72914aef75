package io.hone.ingest.upload;

import static io.hone.platform.access.AuditLog.detail;

import io.hone.contracts.access.Role;
import io.hone.contracts.image.ImageId;
import io.hone.contracts.model.ModelName;
import io.hone.contracts.model.ModelSettings;
import io.hone.images.UnreadableImageException;
import io.hone.ingest.body.Bodies;
import io.hone.ingest.body.Form;
import io.hone.ingest.body.ImageSource;
import io.hone.ingest.intake.Accepted;
import io.hone.ingest.intake.Intake;
import io.hone.ingest.intake.IntakeMetrics;
import io.hone.ingest.intake.Labelling;
import io.hone.platform.access.AuditLog;
import io.hone.platform.access.Caller;
import io.hone.platform.access.Needs;
import io.hone.platform.problem.InvalidFieldException;
import io.hone.platform.problem.Problems;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;
import org.jboss.resteasy.reactive.RestResponse;

/** One image in, one image out. */
@Needs(Role.LABELLER)
@Path("/v1/models/{model}/images")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "images")
@APIResponse(responseCode = "400", description = "A field is missing or not as it must be: see field and value")
@APIResponse(responseCode = "404", description = "No such model is registered")
@APIResponse(
        responseCode = "503",
        description = "Kafka or the bucket is away, or too much comes at once: see Retry-After")
class ImagesResource {

    private static final String ID_IS = "SHA-256 of the image's bytes in lower-case hexadecimal digits";
    private static final String ID_EXAMPLE = "2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae";
    private static final Logger LOG = Logger.getLogger(ImagesResource.class);

    private final Models models;
    private final Intake intake;
    private final Uploads uploads;
    private final IntakeMetrics metrics;
    private final Bodies bodies;
    private final Caller caller;
    private final AuditLog audit;

    ImagesResource(
            Models models,
            Intake intake,
            Uploads uploads,
            IntakeMetrics metrics,
            Bodies bodies,
            Caller caller,
            AuditLog audit) {
        this.models = models;
        this.intake = intake;
        this.uploads = uploads;
        this.metrics = metrics;
        this.bodies = bodies;
        this.caller = caller;
        this.audit = audit;
    }

    @Admitted
    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(
            operationId = "uploadImage",
            summary = "Hand over a labelled image",
            description =
                    "As a form, or as the image's bytes alone with everything else in the query. The answer comes once the image is safe at the broker. The same image again with another label corrects it, by the model's intake rule; of what is known of it, the rest stays unless it is said anew.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.MULTIPART_FORM_DATA,
                            schema = @Schema(implementation = ImageForm.class)))
    @APIResponse(
            responseCode = "201",
            description = "The image is in the model's stream",
            content = @Content(schema = @Schema(implementation = Accepted.class)))
    @APIResponse(responseCode = "408", description = "The request did not arrive in time")
    @APIResponse(
            responseCode = "409",
            description =
                    "The image is golden, and cannot be trained on; or a request with this Idempotency-Key is still under way")
    @APIResponse(responseCode = "413", description = "The image has too many bytes: see limit")
    @APIResponse(responseCode = "415", description = "The bytes are no JPEG, PNG, WebP, BMP or GIF")
    @APIResponse(
            responseCode = "422",
            description =
                    "The image has too many pixels, or cannot be decoded; only trusted annotators' labels hold; or its Idempotency-Key was used for another")
    @APIResponse(responseCode = "429", description = "Its sender has too much under way: see limit and Retry-After")
    public RestResponse<Accepted> upload(
            @PathParam("model") String model,
            @Parameter(description = Uploads.KEY_IS) @HeaderParam(Uploads.KEY) String key,
            Form form) {
        try (form) {
            return take(models.require(model), key, () -> labelling(form), () -> one(form)
                    .read());
        }
    }

    private static Labelling labelling(Form form) {
        return Labelling.of(
                form.text("label"),
                form.text("group"),
                form.text("annotator"),
                form.text("split"),
                form.text("golden"),
                form.text("annotation"));
    }

    private static ImageSource one(Form form) {
        List<ImageSource> images = form.images("image");
        if (images.size() > 1) {
            throw new InvalidFieldException(
                    "image", null, "image is given %d times: send several to …/images/batch".formatted(images.size()));
        }
        return images.get(0);
    }

    @Admitted
    @POST
    @Consumes(MediaType.WILDCARD)
    @Operation(operationId = "uploadImageBytes", summary = "Hand over a labelled image")
    @RequestBody(
            description = "the encoded image; its type is told by its content, whatever the content type says",
            content =
                    @Content(
                            mediaType = MediaType.WILDCARD,
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponse(
            responseCode = "201",
            description = "The image is in the model's stream",
            content = @Content(schema = @Schema(implementation = Accepted.class)))
    @APIResponse(responseCode = "408", description = "The request did not arrive in time")
    @APIResponse(
            responseCode = "409",
            description =
                    "The image is golden, and cannot be trained on; or a request with this Idempotency-Key is still under way")
    @APIResponse(responseCode = "413", description = "The image has too many bytes: see limit")
    @APIResponse(responseCode = "415", description = "The bytes are no JPEG, PNG, WebP, BMP or GIF")
    @APIResponse(
            responseCode = "422",
            description =
                    "The image has too many pixels, or cannot be decoded; only trusted annotators' labels hold; or its Idempotency-Key was used for another")
    @APIResponse(responseCode = "429", description = "Its sender has too much under way: see limit and Retry-After")
    public RestResponse<Accepted> uploadRaw(
            @PathParam("model") String model,
            @Parameter(description = "the class it shows, 1 to 200 characters") @QueryParam("label") String label,
            @Parameter(description = "what it was taken of or with; a group never straddles the split")
                    @QueryParam("group")
                    String group,
            @Parameter(description = "who or what labelled it") @QueryParam("annotator") String annotator,
            @Parameter(description = "training or hold-out; left out, the hold-out rule decides") @QueryParam("split")
                    String split,
            @Parameter(
                            description =
                                    "whether it belongs to the frozen set that no champion may be worse on: always hold-out",
                            schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
                    @QueryParam("golden")
                    String golden,
            @Parameter(description = "the labelling tool's own name for the giving of the label, unique in the model")
                    @QueryParam("annotation")
                    String annotation,
            @Parameter(description = Uploads.KEY_IS) @HeaderParam(Uploads.KEY) String key,
            @Parameter(hidden = true) @HeaderParam(HttpHeaders.CONTENT_LENGTH) @DefaultValue("-1") long length,
            InputStream body) {
        ModelSettings settings = models.require(model);
        return take(
                settings,
                key,
                () -> Labelling.of(label, group, annotator, split, golden, annotation),
                () -> bodies.read(body, length));
    }

    private RestResponse<Accepted> take(
            ModelSettings settings, String key, Supplier<Labelling> labelling, ImageSource source) {
        ModelName model = settings.model();
        try {
            Accepted image = uploads.begin(settings, 1, key)
                    .send(0, labelling.get(), source.read())
                    .await();
            MDC.put("image", image.id().value());
            LOG.debugf("Image taken: split=%s offset=%d", image.split().wireName(), image.offset());
            metrics.accepted(model, image);
            return RestResponse.ResponseBuilder.<Accepted>created(address(model, image.id()))
                    .entity(image)
                    .build();
        } catch (UnreadableImageException | RuntimeException e) {
            HttpProblem problem = Refusals.problem(e);
            metrics.refused(Optional.of(model), Problems.name(problem));
            throw problem;
        }
    }

    @DELETE
    @Path("{id}")
    @Operation(
            operationId = "removeImage",
            summary = "Take an image back",
            description =
                    "Out of replay and hold-out alike, whether it was there or not. What versions have already learnt from it stays learnt.")
    @APIResponse(responseCode = "204", description = "The removal is safe at the broker")
    public void remove(
            @PathParam("model") String model,
            @Parameter(description = ID_IS, example = ID_EXAMPLE) @PathParam("id") String id) {
        ModelSettings settings = models.require(model);
        ImageId image = InvalidFieldException.parse("id", id, () -> new ImageId(id));
        MDC.put("image", image.value());
        intake.remove(settings.model(), image);
        metrics.removed(settings.model());
        audit.write("image-removed", caller.name(), detail("model", settings.model()), detail("image", image));
    }

    private static URI address(ModelName model, ImageId id) {
        return URI.create("/v1/models/%s/images/%s".formatted(model, id));
    }
}
