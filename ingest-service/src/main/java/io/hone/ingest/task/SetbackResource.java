package io.hone.ingest.task;

import io.hone.contracts.access.Role;
import io.hone.contracts.model.ModelName;
import io.hone.platform.access.Needs;
import io.hone.platform.problem.InvalidFieldException;
import io.hone.platform.problem.Problems;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response.Status;
import java.util.List;
import java.util.function.Predicate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** What labelling tools told and could not be done. */
@Needs(Role.VIEWER)
@Path("/v1/models/{model}/feeds")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
@Tag(name = "feeds")
@APIResponse(responseCode = "404", description = "No such model is registered, or no such dead letter is there")
@APIResponse(responseCode = "503", description = "Kafka is away: see Retry-After")
class SetbackResource {

    private static final int MOST = 1_000;
    private static final String MOST_IS = "at most so many, 1 to 1000";
    private static final String ID_IS = "its id, as the list tells it";
    private static final String ID_EXAMPLE = "label-studio:lab:annotation-17";

    private final FeedModels models;
    private final Setbacks setbacks;

    SetbackResource(FeedModels models, Setbacks setbacks) {
        this.models = models;
        this.setbacks = setbacks;
    }

    /** How many are tried again. */
    record Retried(int retried) {}

    @GET
    @Path("dead-letters")
    @Operation(
            operationId = "listDeadLetters",
            summary = "What was given up, with the reason",
            description =
                    "The newest, oldest of them first. A dead letter goes when what it is about was done after all.")
    @APIResponse(
            responseCode = "200",
            description = "At most as many as asked for",
            content = @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = SetbackView.class)))
    public List<SetbackView> deadLetters(
            @PathParam("model") String model,
            @Parameter(description = MOST_IS, example = "100") @QueryParam("limit") @DefaultValue("100") String limit) {
        return list(models.require(model), Setback::isDead, limit);
    }

    @GET
    @Path("waiting")
    @Operation(
            operationId = "listWaiting",
            summary = "What failed and will be tried again",
            description = "The newest, oldest of them first.")
    @APIResponse(
            responseCode = "200",
            description = "At most as many as asked for",
            content = @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = SetbackView.class)))
    public List<SetbackView> waiting(
            @PathParam("model") String model,
            @Parameter(description = MOST_IS, example = "100") @QueryParam("limit") @DefaultValue("100") String limit) {
        return list(models.require(model), setback -> !setback.isDead(), limit);
    }

    private List<SetbackView> list(ModelName model, Predicate<Setback> wanted, String limit) {
        return setbacks.list(model, wanted, limit(limit)).stream()
                .map(SetbackView::of)
                .toList();
    }

    private static int limit(String limit) {
        return InvalidFieldException.parse("limit", limit, () -> {
            if (!limit.matches("[1-9]\\d{0,3}") || Integer.parseInt(limit) > MOST) {
                throw new IllegalArgumentException("limit is '%s', must be between 1 and %d".formatted(limit, MOST));
            }
            return Integer.parseInt(limit);
        });
    }

    @Needs(Role.OPERATOR)
    @POST
    @Path("dead-letters/retry")
    @Operation(
            operationId = "retryDeadLetters",
            summary = "Try all dead letters of a model again",
            description = "The newest 1000. They stay dead letters until they are done.")
    @APIResponse(
            responseCode = "202",
            description = "They are in the queue again",
            content = @Content(schema = @Schema(implementation = Retried.class)))
    public RestResponse<Retried> retryAll(@PathParam("model") String model) {
        List<Setback> letters = setbacks.list(models.require(model), Setback::isDead, MOST);
        setbacks.retry(letters);
        return RestResponse.status(RestResponse.Status.ACCEPTED, new Retried(letters.size()));
    }

    @Needs(Role.OPERATOR)
    @POST
    @Path("dead-letters/{id}/retry")
    @Operation(
            operationId = "retryDeadLetter",
            summary = "Try a dead letter again",
            description = "It stays a dead letter until it is done.")
    @APIResponse(
            responseCode = "202",
            description = "It is in the queue again",
            content = @Content(schema = @Schema(implementation = SetbackView.class)))
    public RestResponse<SetbackView> retry(
            @PathParam("model") String model,
            @Parameter(description = ID_IS, example = ID_EXAMPLE) @PathParam("id") String id) {
        Setback letter = require(models.require(model), id);
        setbacks.retry(List.of(letter));
        return RestResponse.status(RestResponse.Status.ACCEPTED, SetbackView.of(letter));
    }

    @Needs(Role.OPERATOR)
    @DELETE
    @Path("dead-letters/{id}")
    @Operation(operationId = "forgetDeadLetter", summary = "Forget a dead letter")
    @APIResponse(responseCode = "204", description = "It is forgotten, and was not done")
    public void forget(
            @PathParam("model") String model,
            @Parameter(description = ID_IS, example = ID_EXAMPLE) @PathParam("id") String id) {
        setbacks.forget(require(models.require(model), id));
    }

    private Setback require(ModelName model, String id) {
        return setbacks.deadLetter(model, id).orElseThrow(() -> unknown(id));
    }

    private static HttpProblem unknown(String id) {
        return Problems.problem(
                        Status.NOT_FOUND,
                        "unknown-dead-letter",
                        "Unknown dead letter",
                        "there is no such dead letter: it was done or forgotten meanwhile, or never was one")
                .with("field", "id")
                .with("value", id.length() > 200 ? id.substring(0, 200) + "…" : id)
                .build();
    }
}
