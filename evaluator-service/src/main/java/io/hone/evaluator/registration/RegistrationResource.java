package io.hone.evaluator.registration;

import io.hone.contracts.access.Role;
import io.hone.evaluator.console.ModelViews;
import io.hone.evaluator.promotion.AftermathWorker;
import io.hone.platform.access.Needs;
import io.hone.platform.problem.Problems;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Needs(Role.OPERATOR)
@Path("/v1/models")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "registration")
public class RegistrationResource {

    private final Registration registration;
    private final ModelViews views;
    private final AftermathWorker aftermath;

    public RegistrationResource(Registration registration, ModelViews views, AftermathWorker aftermath) {
        this.registration = registration;
        this.views = views;
        this.aftermath = aftermath;
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(
            operationId = "register",
            summary = "Register a model",
            description =
                    "The base becomes its first version and first champion. Weights of a second file are laid into it,"
                            + " and its head is replaced, where that is asked for. The same request again is answered with 200,"
                            + " and completes a registration that died half-way.")
    @APIResponse(
            responseCode = "201",
            description = "Registered; its topics are there",
            content = @Content(schema = @Schema(implementation = RegisteredView.class)))
    @APIResponse(
            responseCode = "200",
            description = "This very model was registered before",
            content = @Content(schema = @Schema(implementation = RegisteredView.class)))
    @APIResponse(responseCode = "400", description = "A field does not hold what it must")
    @APIResponse(responseCode = "409", description = "The name is taken by another model")
    @APIResponse(
            responseCode = "422",
            description = "What was given makes no classifier of these classes, or none that the recipe can train")
    @APIResponse(responseCode = "503", description = "Kafka or the bucket is away; try again")
    public Response register(@BeanParam RegistrationForm form) {
        NewModel model = form.toModel();
        boolean isNew = register(model);
        // Also when it was repeated: the first attempt may have died before anybody was told.
        aftermath.nudge(model.name());
        RegisteredView view = new RegisteredView(
                views.of(model.name()), registration.base(model.name()).origin());
        return isNew
                ? Response.created(URI.create("/v1/models/" + model.name()))
                        .entity(view)
                        .build()
                : Response.ok(view).build();
    }

    private boolean register(NewModel model) {
        try {
            return registration.register(model);
        } catch (NameTakenException e) {
            throw Problems.problem(Response.Status.CONFLICT, "name-taken", "Name taken", e.getMessage())
                    .with("field", "name")
                    .with("value", model.name().value())
                    .build();
        } catch (UnusableBaseException e) {
            throw Problems.problem(Problems.UNPROCESSABLE_CONTENT, e.problem(), "Unusable base", e.getMessage())
                    .with("field", e.field())
                    .build();
        }
    }
}
