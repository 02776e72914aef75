package io.hone.evaluator.picture;

import io.hone.contracts.access.Role;
import io.hone.contracts.model.ModelName;
import io.hone.contracts.verdict.Evaluation;
import io.hone.platform.access.Needs;
import io.hone.platform.problem.InvalidFieldException;
import io.hone.platform.problem.Problems;
import io.hone.registry.ModelRegistry;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Verdicts as pictures, drawn from the last evaluation of a version, as {@code …/verdicts/{version}} answers it. */
@Needs(Role.VIEWER)
@Path("/v1/models")
@Produces(PictureResource.SVG)
@Tag(name = "console")
@APIResponse(responseCode = "200", description = "The picture, as SVG")
@APIResponse(responseCode = "404", description = "No such model or verdict, or one that told too little to be drawn")
@APIResponse(responseCode = "503", description = "The bucket is away; try again")
public class PictureResource {

    static final String SVG = "image/svg+xml";

    private final ModelRegistry registry;

    public PictureResource(ModelRegistry registry) {
        this.registry = registry;
    }

    @GET
    @Path("/{model}/verdicts/{version}/confusion.svg")
    @Operation(
            operationId = "confusionPicture",
            summary = "What champion and candidate take the images of each class for")
    public String confusion(@PathParam("model") String model, @PathParam("version") int version) {
        return svg(Picture.CONFUSION, model, version);
    }

    @GET
    @Path("/{model}/verdicts/{version}/reliability.svg")
    @Operation(
            operationId = "reliabilityPicture",
            summary = "Whether champion and candidate are right as often as they say")
    public String reliability(@PathParam("model") String model, @PathParam("version") int version) {
        return svg(Picture.RELIABILITY, model, version);
    }

    private String svg(Picture picture, String model, int version) {
        ModelName name = InvalidFieldException.parse("model", model, () -> new ModelName(model));
        registry.champion(name);
        Evaluation evaluation = registry.evaluations()
                .latest(name, version)
                .orElseThrow(
                        () -> notFound("verdict", "version %d of '%s' has no verdict yet".formatted(version, model)));
        return picture.svg(evaluation)
                .orElseThrow(() -> notFound(
                        "picture",
                        "the verdict about version %d of '%s' was reached before reports were kept"
                                .formatted(version, model)));
    }

    private static RuntimeException notFound(String what, String detail) {
        return Problems.problem(Response.Status.NOT_FOUND, "unknown-" + what, "Unknown " + what, detail)
                .build();
    }
}
