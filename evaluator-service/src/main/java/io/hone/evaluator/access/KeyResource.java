package io.hone.evaluator.access;

import io.hone.contracts.access.Role;
import io.hone.platform.access.Caller;
import io.hone.platform.access.Needs;
import io.hone.platform.problem.Problems;
import io.hone.registry.access.ApiKeys;
import io.hone.registry.access.KeyState;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** API keys: given, listed, revoked. They open all three services. */
@Needs(Role.OPERATOR)
@Path("/v1/keys")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
@Tag(name = "keys")
@APIResponse(responseCode = "401", description = "Nobody knows who asks")
@APIResponse(responseCode = "403", description = "Only an operator of all models may")
@APIResponse(responseCode = "503", description = "The bucket is away; try again")
public class KeyResource {

    private final ApiKeys keys;
    private final Caller caller;
    private final KeyAudit audit;
    private final Clock clock;

    public KeyResource(ApiKeys keys, Caller caller, KeyAudit audit, Clock clock) {
        this.keys = keys;
        this.caller = caller;
        this.audit = audit;
        this.clock = clock;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "createKey",
            summary = "Give somebody a key",
            description = "The answer holds the key. It is kept nowhere and never shown again.")
    @APIResponse(
            responseCode = "201",
            description = "The key",
            content = @Content(schema = @Schema(implementation = KeyView.class)))
    @APIResponse(responseCode = "400", description = "A field is missing or does not hold what it must")
    public Response create(
            @RequestBody(content = @Content(schema = @Schema(implementation = KeyForm.class))) KeyForm form) {
        KeyForm given = form == null ? new KeyForm(null, null) : form;
        ApiKeys.Created created = keys.create(given.checkedName(), given.checkedGrants(), now(), caller.name());
        audit.created(created.key());
        CacheControl never = new CacheControl();
        never.setNoStore(true);
        return Response.created(URI.create("/v1/keys/" + created.key().id()))
                .cacheControl(never)
                .entity(KeyView.of(
                        new KeyState(created.key(), Optional.empty(), Optional.empty()),
                        Optional.of(created.text().reveal())))
                .build();
    }

    @GET
    @Operation(
            operationId = "keys",
            summary = "All keys that were ever given, oldest first, and when each was last used")
    @APIResponse(
            responseCode = "200",
            description = "Without the keys themselves",
            content = @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = KeyView.class)))
    public List<KeyView> all() {
        return keys.all().stream()
                .map(state -> KeyView.of(state, Optional.empty()))
                .toList();
    }

    @DELETE
    @Path("/{id}")
    @Operation(
            operationId = "revokeKey",
            summary = "Revoke a key",
            description = "Within hone.auth.key-refresh (10 s) it opens nothing any more.")
    @APIResponse(responseCode = "404", description = "There is no such key")
    @APIResponse(
            responseCode = "200",
            description = "It is revoked, now or before",
            content = @Content(schema = @Schema(implementation = KeyView.class)))
    public KeyView revoke(@Parameter(description = "its id, as the list tells it") @PathParam("id") String id) {
        KeyState revoked = keys.revoke(id, now(), caller.name()).orElseThrow(() -> unknown(id));
        audit.revoked(revoked.key(), caller.name());
        return KeyView.of(revoked, Optional.empty());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static HttpProblem unknown(String id) {
        return Problems.problem(
                        Status.NOT_FOUND,
                        "unknown-key",
                        "Unknown key",
                        "there is no key with this id: 'GET /v1/keys' lists them")
                .with("field", "id")
                .with("value", id)
                .build();
    }
}
