package io.hone.evaluator.drift;

import io.hone.contracts.access.Role;
import io.hone.contracts.model.ModelName;
import io.hone.platform.access.Needs;
import io.hone.platform.problem.InvalidFieldException;
import io.hone.platform.problem.Problems;
import io.hone.registry.ModelRegistry;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How the champion does on what comes in. */
@Needs(Role.VIEWER)
@Path("/v1/models/{model}/drift")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "drift")
public class DriftResource {

    private final ModelRegistry registry;
    private final DriftWatch watch;

    public DriftResource(ModelRegistry registry, DriftWatch watch) {
        this.registry = registry;
        this.watch = watch;
    }

    @GET
    @Operation(
            operationId = "drift",
            summary = "Accuracy on incoming labels, drifts found in it, and the probation of a new champion",
            description = "Each image counts once, predicted before anything was trained on it.")
    @APIResponse(responseCode = "200", description = "As far as labels have been looked at")
    @APIResponse(responseCode = "404", description = "No such model, or not read by this evaluator")
    @APIResponse(responseCode = "503", description = "The bucket is away; try again")
    public DriftView drift(@PathParam("model") String model) {
        ModelName name = InvalidFieldException.parse("model", model, () -> new ModelName(model));
        return watch.view(name)
                .orElseThrow(() -> notHere(registry.champion(name).model()));
    }

    private static RuntimeException notHere(ModelName model) {
        return Problems.problem(
                        Response.Status.NOT_FOUND,
                        "not-read-here",
                        "Not read here",
                        "this evaluator does not read the labels of '%s': ask again in a few seconds, or another evaluator"
                                .formatted(model))
                .build();
    }
}
