package io.hone.trainer.run;

import io.hone.contracts.access.Role;
import io.hone.contracts.model.ModelName;
import io.hone.platform.access.Needs;
import io.hone.platform.problem.InvalidFieldException;
import io.hone.platform.problem.Problems;
import io.hone.registry.ModelRegistry;
import io.hone.registry.settings.InvalidSettingException;
import io.hone.trainer.curve.CurvePicture;
import io.hone.trainer.plan.NothingToTrainOnException;
import io.quarkiverse.resteasy.problem.HttpProblem;
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
import java.util.List;
import java.util.OptionalInt;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Runs, for people. */
@Needs(Role.VIEWER)
@Path("/v1/models/{model}/runs")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
@Tag(name = "Runs")
public class RunResource {

    private final Runs runs;
    private final ModelRegistry registry;

    public RunResource(Runs runs, ModelRegistry registry) {
        this.runs = runs;
        this.registry = registry;
    }

    /**
     * A run that has been started.
     *
     * @param run its name
     */
    public record Started(String run) {}

    @POST
    @Needs(Role.OPERATOR)
    @Operation(operationId = "startRun", summary = "Fine-tune the champion on its new images now")
    @APIResponse(
            responseCode = "202",
            description = "The run has begun; follow it under GET …/runs",
            content = @Content(schema = @Schema(implementation = Started.class)))
    @APIResponse(responseCode = "404", description = "No such model")
    @APIResponse(responseCode = "409", description = "A run is under way, or the model belongs to another trainer")
    @APIResponse(responseCode = "422", description = "There is nothing new to train on")
    public Response start(@PathParam("model") String model) {
        ModelName name = known(model);
        try {
            String run = runs.request(name);
            return Response.accepted(new Started(run))
                    .location(URI.create("/v1/models/" + name + "/runs"))
                    .build();
        } catch (InvalidSettingException e) {
            throw problem(Status.CONFLICT.getStatusCode(), "recipe-contradiction", "No run can follow the recipe", e);
        } catch (NothingToTrainOnException e) {
            throw problem(Problems.UNPROCESSABLE_CONTENT, "nothing-to-train-on", "Nothing to train on", e);
        }
    }

    @GET
    @Operation(operationId = "runs", summary = "The model's runs that this trainer knows of, newest first")
    @APIResponse(
            responseCode = "200",
            description = "None while it has had no run",
            content = @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = RunView.class)))
    public List<RunView> list(@PathParam("model") String model) {
        return runs.list(known(model));
    }

    @GET
    @Path("{run}/curve.svg")
    @Produces("image/svg+xml")
    @Operation(operationId = "curve", summary = "Loss and accuracy of a run over its iterations, as a picture")
    @APIResponse(responseCode = "200", description = "The curve as far as it is known")
    @APIResponse(responseCode = "404", description = "No such run, or nothing of its curve is known yet")
    public String curve(
            @PathParam("model") String model,
            @Parameter(description = "its name, as the list tells it", example = "plants-2-20261122T101530.123Z")
                    @PathParam("run")
                    String run) {
        RunView view = runs.list(known(model)).stream()
                .filter(one -> one.run().equals(run))
                .filter(one -> !one.curve().isEmpty())
                .findFirst()
                .orElseThrow(() -> Problems.problem(
                                Status.NOT_FOUND,
                                "no-curve",
                                "No curve",
                                "there is no run '%s' of model '%s' whose curve is known to this trainer; GET /v1/models/%s/runs lists the runs"
                                        .formatted(run, model, model))
                        .build());
        return new CurvePicture(view.run(), view.curve(), OptionalInt.empty()).svg();
    }

    private ModelName known(String model) {
        ModelName name = InvalidFieldException.parse("model", model, () -> new ModelName(model));
        registry.champion(name);
        return name;
    }

    private static HttpProblem problem(int status, String type, String title, Exception e) {
        return Problems.problem(status, type, title, e.getMessage()).build();
    }
}
