package io.hone.ingest.rule;

import static io.hone.platform.access.AuditLog.detail;

import io.hone.contracts.Checks;
import io.hone.contracts.access.Role;
import io.hone.contracts.intake.IntakeKeys;
import io.hone.contracts.intake.IntakeRules;
import io.hone.contracts.model.ModelName;
import io.hone.ingest.intake.Intake;
import io.hone.ingest.intake.LabelRules;
import io.hone.platform.access.AuditLog;
import io.hone.platform.access.Caller;
import io.hone.platform.access.Needs;
import io.hone.platform.problem.InvalidFieldException;
import io.hone.platform.settings.IfMatch;
import io.hone.platform.settings.LayeredSettings;
import io.hone.registry.settings.GivenSettings;
import io.hone.registry.settings.SettingsEntry;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** By which rules a model's labels are taken in. */
@Needs(Role.VIEWER)
@Path("/v1/models/{model}/intake")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
@Tag(name = "intake")
@APIResponse(responseCode = "404", description = "No such model is registered")
@APIResponse(responseCode = "503", description = "The bucket is away; try again")
class IntakeResource {

    private static final int LONGEST_REASON = 1000;
    private static final int MAX_BYTES = 1 << 20;

    private final LayeredSettings<IntakeRules> rules;
    private final LabelRules inForce;
    private final Intake intake;
    private final Caller caller;
    private final AuditLog audit;

    IntakeResource(
            LayeredSettings<IntakeRules> rules, LabelRules inForce, Intake intake, Caller caller, AuditLog audit) {
        this.rules = rules;
        this.inForce = inForce;
        this.intake = intake;
        this.caller = caller;
        this.audit = audit;
    }

    @GET
    @Operation(
            operationId = "intake",
            summary = "By which rules the model's next label is taken in, and who says so, key by key")
    @APIResponse(
            responseCode = "200",
            description = "As asked for; its ETag is for If-Match",
            content = @Content(schema = @Schema(implementation = IntakeView.class)))
    public Response intake(@PathParam("model") String model) {
        return answer(known(model));
    }

    @GET
    @Path("/history")
    @Operation(operationId = "intakeHistory", summary = "All changes of the model's own settings, oldest first")
    @APIResponse(
            responseCode = "200",
            description = "None while the model has no settings of its own",
            content = @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = SettingsEntry.class)))
    public List<SettingsEntry> history(@PathParam("model") String model) {
        return rules.history(known(model));
    }

    @Needs(Role.OPERATOR)
    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "changeIntake",
            summary = "Replace the model's own settings",
            description =
                    "From the next label on these, and only these, are set for the model; all other keys are left to ingest's configuration and their defaults. Labels that are there already stay as they are until the next one for their image. With If-Match, the ETag of GET, a change that somebody else has made meanwhile is not lost.")
    @APIResponse(
            responseCode = "200",
            description = "What holds from now on",
            content = @Content(schema = @Schema(implementation = IntakeView.class)))
    @APIResponse(responseCode = "400", description = "There is no such key, or it cannot have this value")
    @APIResponse(responseCode = "408", description = "The request did not arrive in time")
    @APIResponse(responseCode = "412", description = "Somebody else has changed the settings meanwhile")
    public Response change(
            @PathParam("model") String model,
            @RequestBody(content = @Content(schema = @Schema(type = SchemaType.OBJECT))) InputStream settings,
            @QueryParam("reason") @DefaultValue("changed over HTTP") String reason,
            @HeaderParam(HttpHeaders.IF_MATCH) String expected) {
        ModelName name = known(model);
        InvalidFieldException.parse("reason", reason, () -> Checks.line("reason", reason, LONGEST_REASON));
        rules.change(
                name,
                GivenSettings.parse(IntakeKeys.CATALOGUE, text(settings)),
                IfMatch.sequence(expected),
                caller.signature(Optional.empty()),
                reason);
        inForce.forget(name);
        audit.write("intake-changed", caller.name(), detail("model", name), detail("reason", reason));
        return answer(name);
    }

    private static String text(InputStream body) {
        try {
            byte[] text = body.readNBytes(MAX_BYTES + 1);
            if (text.length > MAX_BYTES) {
                throw new InvalidFieldException(
                        "body", null, "body has more than the %d bytes that are allowed".formatted(MAX_BYTES));
            }
            return new String(text, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("the settings could not be read from the request", e);
        }
    }

    private Response answer(ModelName model) {
        IntakeView view = IntakeView.of(rules.inForce(model));
        return Response.ok(view).tag(Long.toString(view.sequence())).build();
    }

    private ModelName known(String model) {
        ModelName name = InvalidFieldException.parse("model", model, () -> new ModelName(model));
        return intake.require(name).model();
    }
}
