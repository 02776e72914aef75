package io.hone.evaluator.operator;

import static io.hone.platform.access.AuditLog.detail;

import io.hone.contracts.access.Role;
import io.hone.contracts.model.ModelName;
import io.hone.contracts.verdict.Verdict;
import io.hone.evaluator.promotion.MoveRefusedException;
import io.hone.evaluator.promotion.OperatorMoves;
import io.hone.evaluator.promotion.OperatorRejections;
import io.hone.evaluator.promotion.Order;
import io.hone.platform.access.AuditLog;
import io.hone.platform.access.Caller;
import io.hone.platform.access.Needs;
import io.hone.platform.problem.InvalidFieldException;
import io.hone.registry.champion.ChampionEntry;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What people decide about champions and candidates. */
@Needs(Role.OPERATOR)
@Path("/v1/models/{model}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Blocking
@Tag(name = "operator")
@APIResponse(responseCode = "200", description = "Done, or done before: what holds")
@APIResponse(responseCode = "400", description = "A field is missing or does not hold what it must")
@APIResponse(responseCode = "404", description = "No such model or version")
@APIResponse(responseCode = "413", description = "The body is larger than 64 KiB")
@APIResponse(responseCode = "503", description = "The bucket is away; try again with the same Idempotency-Key")
public class OperatorResource {

    private static final String KEY = "Idempotency-Key";

    private final OperatorMoves moves;
    private final OperatorRejections rejections;
    private final Caller caller;
    private final AuditLog audit;

    public OperatorResource(OperatorMoves moves, OperatorRejections rejections, Caller caller, AuditLog audit) {
        this.moves = moves;
        this.rejections = rejections;
        this.caller = caller;
        this.audit = audit;
    }

    @POST
    @Path("/rollback")
    @Operation(
            operationId = "rollback",
            summary = "Make an earlier champion champion again",
            description =
                    "Without a version, the one before the present champion: twice in a row goes two back. Send an"
                            + " Idempotency-Key, so that a repeated request goes back only once.")
    @APIResponse(responseCode = "409", description = "The champion moved at this very moment")
    @APIResponse(
            responseCode = "422",
            description = "It was never champion, cannot be used, or the key was given with another request")
    public ChampionEntry rollback(
            @PathParam("model") String model,
            @HeaderParam(KEY) String key,
            @RequestBody(content = @Content(schema = @Schema(implementation = OrderFields.class))) InputStream body) {
        OrderForm form = OrderForm.parse(OrderBody.text(body), key, caller::signature);
        return unlessRefused(() -> moves.rollback(name(model), form.version(), form.order()));
    }

    @POST
    @Path("/promote")
    @Operation(operationId = "promote", summary = "Make a version champion, whatever the gate says of it")
    @APIResponse(
            responseCode = "422",
            description = "It cannot become champion, or the key was given with another request")
    public ChampionEntry promote(
            @PathParam("model") String model,
            @HeaderParam(KEY) String key,
            @RequestBody(content = @Content(schema = @Schema(implementation = OrderFields.class))) InputStream body) {
        OrderForm form = OrderForm.parse(OrderBody.text(body), key, caller::signature);
        return unlessRefused(() -> moves.promote(name(model), form.requiredVersion(), form.order()));
    }

    @POST
    @Path("/approve")
    @Operation(
            operationId = "approve",
            summary = "Agree to a promotion",
            description =
                    "Of a candidate that meets every rule, where the policy wants a person to agree. A reason may be left out.")
    @APIResponse(
            responseCode = "409",
            description = "It does not wait for approval, or no longer against this champion")
    @APIResponse(
            responseCode = "422",
            description = "It cannot become champion, or the key was given with another request")
    public ChampionEntry approve(
            @PathParam("model") String model,
            @HeaderParam(KEY) String key,
            @RequestBody(content = @Content(schema = @Schema(implementation = OrderFields.class))) InputStream body) {
        OrderForm form = OrderForm.parse(OrderBody.text(body), key, caller::signature);
        return unlessRefused(() -> moves.approve(name(model), form.requiredVersion(), form.orderOr("approved")));
    }

    @POST
    @Path("/reject")
    @Operation(
            operationId = "reject",
            summary = "Turn a candidate down",
            description = "It is not judged again. The first rejection holds.")
    @APIResponse(responseCode = "409", description = "It is no candidate any more, or never was")
    public Verdict reject(
            @PathParam("model") String model,
            @HeaderParam(KEY) String key,
            @RequestBody(content = @Content(schema = @Schema(implementation = OrderFields.class))) InputStream body) {
        OrderForm form = OrderForm.parse(OrderBody.text(body), key, caller::signature);
        return unlessRefused(() -> reject(name(model), form.requiredVersion(), form.order()));
    }

    private Verdict reject(ModelName model, int version, Order order) {
        Verdict verdict = rejections.reject(model, version, order);
        audit.write(
                "candidate-rejected",
                order.by(),
                detail("model", model),
                detail("version", version),
                detail("reason", order.reason()));
        return verdict;
    }

    private static <T> T unlessRefused(Supplier<T> decision) {
        try {
            return decision.get();
        } catch (MoveRefusedException e) {
            throw Refusals.problem(e);
        }
    }

    private static ModelName name(String model) {
        return InvalidFieldException.parse("model", model, () -> new ModelName(model));
    }
}
