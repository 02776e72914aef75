package io.hone.ingest.quarantine;

import static io.hone.platform.access.AuditLog.detail;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.hone.contracts.Checks;
import io.hone.contracts.access.Role;
import io.hone.contracts.image.ImageId;
import io.hone.contracts.model.ModelName;
import io.hone.contracts.model.ModelSettings;
import io.hone.images.ImageType;
import io.hone.ingest.body.Bodies;
import io.hone.ingest.intake.Corrections;
import io.hone.ingest.intake.Intake;
import io.hone.ingest.intake.Relabelling;
import io.hone.ingest.record.KnownImage;
import io.hone.ingest.upload.Models;
import io.hone.ingest.upload.Refusals;
import io.hone.platform.access.AuditLog;
import io.hone.platform.access.Caller;
import io.hone.platform.access.Needs;
import io.hone.platform.problem.InvalidFieldException;
import io.hone.platform.problem.Problems;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.logging.MDC;

/** Labels that the champion doubts, and what people make of them. */
@Needs(Role.VIEWER)
@Path("/v1/models/{model}/quarantine")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "quarantine")
@APIResponse(responseCode = "400", description = "A field is not as it must be: see field and value")
@APIResponse(responseCode = "404", description = "No such model is registered, or no such image is in its quarantine")
@APIResponse(
        responseCode = "503",
        description = "Kafka or the bucket is away, or what is there has not been read to its end yet: see Retry-After")
class QuarantineResource {

    private static final String ID_IS = "SHA-256 of the image's bytes in lower-case hexadecimal digits";
    private static final String ID_EXAMPLE = "2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae";
    private static final int MOST = 1_000;

    private final Models models;
    private final Quarantine quarantine;
    private final Pictures pictures;
    private final Corrections corrections;
    private final Intake intake;
    private final QuarantineMetrics metrics;
    private final Bodies bodies;
    private final ObjectMapper mapper;
    private final Caller caller;
    private final AuditLog audit;

    QuarantineResource(
            Models models,
            Quarantine quarantine,
            Pictures pictures,
            Corrections corrections,
            Intake intake,
            QuarantineMetrics metrics,
            Bodies bodies,
            ObjectMapper mapper,
            Caller caller,
            AuditLog audit) {
        this.models = models;
        this.quarantine = quarantine;
        this.pictures = pictures;
        this.corrections = corrections;
        this.intake = intake;
        this.metrics = metrics;
        this.bodies = bodies;
        this.mapper = mapper;
        this.caller = caller;
        this.audit = audit;
    }

    @GET
    @Operation(
            operationId = "listQuarantine",
            summary = "Images whose labels are doubted",
            description = "As they were put aside, the first in front.")
    @APIResponse(responseCode = "200", description = "As far as is known at the moment")
    public List<DoubtedImageView> list(
            @PathParam("model") String model,
            @QueryParam("annotator") @Parameter(description = "Only those whose labels he, she or it gave")
                    String annotator,
            @QueryParam("skip") @DefaultValue("0") @Parameter(description = "So many in front are left out") int skip,
            @QueryParam("limit") @DefaultValue("100") @Parameter(description = "At most so many, up to 1000")
                    int limit) {
        InvalidFieldException.parse("skip", Integer.toString(skip), () -> Checks.atLeast("skip", skip, 0));
        InvalidFieldException.parse("limit", Integer.toString(limit), () -> Checks.within("limit", limit, 1, MOST));
        ModelName name = models.require(model).model();
        metrics.watch(name);
        Predicate<DoubtedImage> wanted = doubted ->
                annotator == null || doubted.image().holds().annotator().equals(Optional.of(annotator));
        return Refusals.told(() -> quarantine.list(name, wanted, skip, limit).stream()
                .map(DoubtedImageView::of)
                .toList());
    }

    @GET
    @Path("{id}")
    @Operation(operationId = "quarantinedImage", summary = "An image whose label is doubted")
    @APIResponse(
            responseCode = "200",
            description = "Its label, and what the champion says",
            content = @Content(schema = @Schema(implementation = DoubtedImageView.class)))
    public DoubtedImageView image(
            @PathParam("model") String model,
            @Parameter(description = ID_IS, example = ID_EXAMPLE) @PathParam("id") String id) {
        ModelSettings settings = models.require(model);
        ImageId image = id(id);
        return Refusals.told(() -> DoubtedImageView.of(quarantine.require(settings.model(), image)));
    }

    @Needs(Role.LABELLER)
    @GET
    @Path("{id}/image")
    @Produces({"image/jpeg", "image/png", "image/webp", "image/bmp", "image/gif"})
    @Operation(operationId = "quarantinedPicture", summary = "The picture itself, as it was sent")
    @APIResponse(
            responseCode = "200",
            description = "The encoded image",
            content = {
                @Content(mediaType = "image/jpeg", schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(mediaType = "image/png", schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(mediaType = "image/webp", schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(mediaType = "image/bmp", schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(mediaType = "image/gif", schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    public Response picture(
            @PathParam("model") String model,
            @Parameter(description = ID_IS, example = ID_EXAMPLE) @PathParam("id") String id) {
        ModelName name = models.require(model).model();
        ImageId image = id(id);
        byte[] bytes = Refusals.told(() -> pictures.of(() ->
                        quarantine.read(name, quarantine.require(name, image).image()))
                .orElseThrow(() -> noBytes(image)));
        return Response.ok(
                        bytes,
                        ImageType.of(bytes).orElseThrow(() -> noBytes(image)).mediaType())
                .header("X-Content-Type-Options", "nosniff")
                .header("Cache-Control", "private, no-store")
                .build();
    }

    private static RuntimeException noBytes(ImageId image) {
        return Problems.problem(
                        Response.Status.NOT_FOUND,
                        "no-bytes",
                        "The image's bytes are not there",
                        "the bytes of image '%s' are not in the bucket, or are not the image's: discard it, or send it again"
                                .formatted(image))
                .with("field", "id")
                .with("value", image.value())
                .build();
    }

    @Needs(Role.LABELLER)
    @POST
    @Path("{id}/release")
    @Consumes({MediaType.APPLICATION_JSON, MediaType.WILDCARD})
    @Operation(
            operationId = "releaseQuarantined",
            summary = "Put an image back into the stream",
            description =
                    "Under the label that was doubted, or under another that the body gives; which label holds then is for the model's intake rule to say. It is not doubted again. The answer comes once that is safe at the broker.")
    @RequestBody(
            required = false,
            content = @Content(mediaType = MediaType.WILDCARD, schema = @Schema(implementation = ReleaseBody.class)))
    @APIResponse(responseCode = "408", description = "The request did not arrive in time")
    @APIResponse(
            responseCode = "200",
            description = "The image is in the stream again",
            content = @Content(schema = @Schema(implementation = ReleasedView.class)))
    public ReleasedView release(
            @PathParam("model") String model,
            @Parameter(description = ID_IS, example = ID_EXAMPLE) @PathParam("id") String id,
            InputStream body) {
        ModelSettings settings = models.require(model);
        ModelName name = settings.model();
        ImageId image = id(id);
        Optional<Relabelling> relabelling =
                ReleaseBody.read(mapper, bodies.text("body", body)).relabelling();
        return Refusals.told(() -> {
            KnownImage doubted = quarantine.require(name, image).image();
            KnownImage released = relabelling.isPresent()
                    ? corrections.relabel(settings, image, relabelling.get())
                    : corrections.release(name, image);
            metrics.released(name, doubted.holds().annotator(), relabelling.isPresent());
            audit.write(
                    "quarantine-released",
                    caller.name(),
                    detail("model", name),
                    detail("image", image),
                    detail("label", released.holds().label()));
            return ReleasedView.of(released);
        });
    }

    @Needs(Role.LABELLER)
    @DELETE
    @Path("{id}")
    @Operation(
            operationId = "discardQuarantined",
            summary = "Take an image out of quarantine and nowhere back",
            description = "Its bytes go with it.")
    @APIResponse(responseCode = "204", description = "That is safe at the broker")
    public void discard(
            @PathParam("model") String model,
            @Parameter(description = ID_IS, example = ID_EXAMPLE) @PathParam("id") String id) {
        ModelName name = models.require(model).model();
        ImageId image = id(id);
        KnownImage discarded = Refusals.told(() -> intake.discard(name, image));
        metrics.discarded(name, discarded.holds().annotator());
        audit.write("quarantine-discarded", caller.name(), detail("model", name), detail("image", image));
    }

    private static ImageId id(String id) {
        ImageId image = InvalidFieldException.parse("id", id, () -> new ImageId(id));
        MDC.put("image", image.value());
        return image;
    }
}
