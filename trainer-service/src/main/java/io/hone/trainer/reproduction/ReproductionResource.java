package io.hone.trainer.reproduction;

import io.hone.contracts.access.Role;
import io.hone.contracts.model.ModelName;
import io.hone.platform.access.Needs;
import io.hone.platform.problem.InvalidFieldException;
import io.hone.platform.problem.Problems;
import io.hone.registry.ModelRegistry;
import io.hone.registry.version.Manifest;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Training versions again, for people who want to be sure. */
@Needs(Role.VIEWER)
@Path("/v1/models/{model}")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
@Tag(name = "Reproductions")
public class ReproductionResource {

    private final Reproductions reproductions;
    private final ModelRegistry registry;

    public ReproductionResource(Reproductions reproductions, ModelRegistry registry) {
        this.reproductions = reproductions;
        this.registry = registry;
    }

    @POST
    @Needs(Role.OPERATOR)
    @Path("versions/{version}/reproductions")
    @Operation(
            operationId = "reproduce",
            summary = "Train a version again from what its manifest records, and compare; nothing is published")
    @APIResponse(
            responseCode = "202",
            description = "It has begun; follow it under Location",
            content = @Content(schema = @Schema(implementation = Reproduction.class)))
    @APIResponse(responseCode = "404", description = "No such model or version")
    @APIResponse(responseCode = "409", description = "A run is under way, or the model belongs to another trainer")
    @APIResponse(responseCode = "422", description = "What it takes is not recorded")
    public Response start(@PathParam("model") String model, @PathParam("version") int version) {
        Manifest manifest = manifest(known(model), version);
        try {
            Reproduction begun = reproductions.request(manifest);
            return Response.accepted(begun)
                    .location(URI.create(
                            "/v1/models/%s/reproductions/%s".formatted(manifest.model(), begun.reproduction())))
                    .build();
        } catch (NotReproducibleException e) {
            throw Problems.problem(
                            Problems.UNPROCESSABLE_CONTENT, "not-reproducible", "Not reproducible", e.getMessage())
                    .build();
        }
    }

    @GET
    @Path("reproductions/{reproduction}")
    @Operation(operationId = "reproduction", summary = "How training a version again gets on, or how it came out")
    @APIResponse(responseCode = "404", description = "This trainer has not begun it since it was started")
    @APIResponse(
            responseCode = "200",
            description = "As far as it is",
            content = @Content(schema = @Schema(implementation = Reproduction.class)))
    public Reproduction get(
            @PathParam("model") String model,
            @Parameter(
                            description = "its name, as the answer to POST told it",
                            example = "plants-2-20261122T111530.123Z")
                    @PathParam("reproduction")
                    String name) {
        return reproductions.find(known(model), name).orElseThrow(() -> Problems.problem(
                        Status.NOT_FOUND,
                        "no-reproduction",
                        "No such reproduction",
                        "reproduction '%s' is not known to this trainer: begin it again".formatted(name))
                .build());
    }

    private Manifest manifest(ModelName model, int version) {
        return registry.versions().find(model, version).orElseThrow(() -> Problems.problem(
                        Status.NOT_FOUND,
                        "no-version",
                        "No such version",
                        "model '%s' has no version %d".formatted(model, version))
                .build());
    }

    private ModelName known(String model) {
        ModelName name = InvalidFieldException.parse("model", model, () -> new ModelName(model));
        registry.champion(name);
        return name;
    }
}
