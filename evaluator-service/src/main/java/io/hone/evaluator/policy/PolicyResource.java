package io.hone.evaluator.policy;

import static io.hone.platform.access.AuditLog.detail;

import io.hone.contracts.Checks;
import io.hone.contracts.access.Role;
import io.hone.contracts.model.ModelName;
import io.hone.contracts.policy.Policy;
import io.hone.contracts.policy.PolicyKeys;
import io.hone.platform.access.AuditLog;
import io.hone.platform.access.Caller;
import io.hone.platform.access.Needs;
import io.hone.platform.problem.InvalidFieldException;
import io.hone.platform.settings.IfMatch;
import io.hone.platform.settings.LayeredSettings;
import io.hone.registry.ModelRegistry;
import io.hone.registry.settings.GivenSettings;
import io.hone.registry.settings.SettingsEntry;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What the gate demands of a model's candidates, for people. */
@Needs(Role.VIEWER)
@Path("/v1/models/{model}")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
@Tag(name = "Policies")
@APIResponse(responseCode = "200", description = "As asked for")
@APIResponse(responseCode = "404", description = "No such model")
@APIResponse(responseCode = "503", description = "The bucket is away; try again")
public class PolicyResource {

    private static final int LONGEST_REASON = 1000;

    private final LayeredSettings<Policy> policies;
    private final ModelRegistry registry;
    private final Backtest backtest;
    private final Caller caller;
    private final AuditLog audit;

    public PolicyResource(
            LayeredSettings<Policy> policies,
            ModelRegistry registry,
            Backtest backtest,
            Caller caller,
            AuditLog audit) {
        this.policies = policies;
        this.registry = registry;
        this.backtest = backtest;
        this.caller = caller;
        this.audit = audit;
    }

    @GET
    @Path("/policy")
    @Operation(
            operationId = "policy",
            summary = "The policy that the model's next candidate is held against, and who says so, key by key")
    @APIResponse(
            responseCode = "200",
            description = "As asked for; its ETag is for If-Match",
            content = @Content(schema = @Schema(implementation = PolicyView.class)))
    public Response policy(@PathParam("model") String model) {
        return answer(known(model));
    }

    @GET
    @Path("/policy/history")
    @Operation(operationId = "policyHistory", summary = "All changes of the model's own settings, oldest first")
    public List<SettingsEntry> history(@PathParam("model") String model) {
        return policies.history(known(model));
    }

    @PUT
    @Needs(Role.OPERATOR)
    @Path("/policy")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "changePolicy",
            summary = "Replace the model's own settings",
            description =
                    "From the next verdict on these, and only these, are set for the model; all other keys are left"
                            + " to the evaluator's configuration and their defaults. With If-Match, the ETag of GET, a change that"
                            + " somebody else has made meanwhile is not lost.")
    @APIResponse(responseCode = "400", description = "There is no such key, or it cannot have this value")
    @APIResponse(responseCode = "412", description = "Somebody else has changed the policy meanwhile")
    @APIResponse(
            responseCode = "200",
            description = "What holds from now on",
            content = @Content(schema = @Schema(implementation = PolicyView.class)))
    public Response change(
            @PathParam("model") String model,
            @RequestBody(content = @Content(schema = @Schema(type = SchemaType.OBJECT))) String settings,
            @QueryParam("reason") @DefaultValue("changed over HTTP") String reason,
            @HeaderParam(HttpHeaders.IF_MATCH) String expected) {
        ModelName name = known(model);
        InvalidFieldException.parse("reason", reason, () -> Checks.line("reason", reason, LONGEST_REASON));
        policies.change(
                name,
                GivenSettings.parse(PolicyKeys.CATALOGUE, settings),
                IfMatch.sequence(expected),
                caller.signature(Optional.empty()),
                reason);
        audit.write("policy-changed", caller.name(), detail("model", name), detail("reason", reason));
        return answer(name);
    }

    @POST
    @Path("/policy/backtest")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "backtest",
            summary = "What a policy would have decided about all past candidates",
            description =
                    "Takes settings as PUT does, and changes nothing. The candidates are judged again in their order,"
                            + " each against the champion of its time, with an account of its own that begins empty.")
    @APIResponse(responseCode = "400", description = "There is no such key, or it cannot have this value")
    public BacktestResult backtest(
            @PathParam("model") String model,
            @RequestBody(content = @Content(schema = @Schema(type = SchemaType.OBJECT))) String settings) {
        ModelName name = known(model);
        return backtest.run(name, policies.with(GivenSettings.parse(PolicyKeys.CATALOGUE, settings)));
    }

    @GET
    @Path("/account")
    @Operation(
            operationId = "account",
            summary = "How much of the allowed mistakes is spent on the model's candidates",
            description = "Each test of a candidate takes from the account, each that passes pays in (LORD++).")
    public AccountView account(@PathParam("model") String model) {
        ModelName name = known(model);
        return AccountView.of(
                name, registry.evaluations().outlines(name), policies.of(name).alpha());
    }

    private Response answer(ModelName model) {
        PolicyView view = PolicyView.of(policies.inForce(model));
        return Response.ok(view).tag(Long.toString(view.sequence())).build();
    }

    private ModelName known(String model) {
        ModelName name = InvalidFieldException.parse("model", model, () -> new ModelName(model));
        registry.champion(name);
        return name;
    }
}
