package io.hone.evaluator.webhook;

import io.hone.contracts.access.Role;
import io.hone.platform.access.Needs;
import io.hone.platform.problem.Problems;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response.Status;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What webhooks could not deliver. */
@Needs(Role.OPERATOR)
@Path("/v1/webhooks/dead-letters")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
@Tag(name = "webhooks")
@APIResponse(responseCode = "503", description = "Kafka is away; try again")
public class WebhookResource {

    private final Webhooks webhooks;

    WebhookResource(Webhooks webhooks) {
        this.webhooks = webhooks;
    }

    @GET
    @Operation(
            operationId = "webhookDeadLetters",
            summary = "Events that an endpoint did not take in time, oldest first")
    @APIResponse(
            responseCode = "200",
            description = "All that are kept: thirty days",
            content = @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = DeadLetterView.class)))
    public List<DeadLetterView> deadLetters() {
        return webhooks.deadLetters().stream().map(DeadLetterView::of).toList();
    }

    @POST
    @Path("/{id}/redeliver")
    @Operation(
            operationId = "redeliver",
            summary = "Send one again, now",
            description = "Under its old webhook-id, signed anew. Taken, it is no dead letter any more.")
    @APIResponse(responseCode = "200", description = "The endpoint took it")
    @APIResponse(responseCode = "404", description = "No such letter, or it was delivered meanwhile")
    @APIResponse(responseCode = "409", description = "Its endpoint is not set up any more")
    @APIResponse(responseCode = "502", description = "The endpoint did not take it")
    public DeadLetterView redeliver(
            @Parameter(description = "its id, as the list tells it", example = "5f0c1f7e") @PathParam("id") String id) {
        DeadLetter letter = webhooks.deadLetter(id).orElseThrow(() -> unknown(id));
        Endpoint endpoint = webhooks.endpointOf(letter).orElseThrow(() -> gone(letter));
        if (webhooks.redeliver(letter, endpoint) instanceof Attempt.Failed failed) {
            throw notTaken(letter, failed);
        }
        return DeadLetterView.of(letter);
    }

    private static HttpProblem unknown(String id) {
        return Problems.problem(
                        Status.NOT_FOUND,
                        "unknown-dead-letter",
                        "Unknown dead letter",
                        "there is no dead letter '%s': it was delivered meanwhile, or never was one".formatted(id))
                .with("field", "id")
                .with("value", id)
                .build();
    }

    private static HttpProblem gone(DeadLetter letter) {
        return Problems.problem(
                        Status.CONFLICT,
                        "unknown-endpoint",
                        "Unknown endpoint",
                        "endpoint '%s' is not set up any more: set hone.webhooks.%s.url and .secret, and start anew"
                                .formatted(letter.endpoint(), letter.endpoint()))
                .with("field", "endpoint")
                .with("value", letter.endpoint())
                .build();
    }

    private static HttpProblem notTaken(DeadLetter letter, Attempt.Failed failed) {
        return Problems.problem(
                        Status.BAD_GATEWAY,
                        "not-delivered",
                        "Not delivered",
                        "endpoint '%s' did not take it: %s; it stays a dead letter"
                                .formatted(letter.endpoint(), failed.reason()))
                .with("field", "endpoint")
                .with("value", letter.endpoint())
                .build();
    }
}
