package io.hone.trainer.recipe;

import static io.hone.platform.access.AuditLog.detail;

import io.hone.contracts.Checks;
import io.hone.contracts.access.Role;
import io.hone.contracts.model.ModelName;
import io.hone.contracts.recipe.Recipe;
import io.hone.contracts.recipe.RecipeKeys;
import io.hone.contracts.settings.Settings;
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

/** How a model's runs train, for people. */
@Needs(Role.VIEWER)
@Path("/v1/models/{model}/recipe")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
@Tag(name = "Recipes")
public class RecipeResource {

    private static final int LONGEST_REASON = 1000;

    private final LayeredSettings<Recipe> recipes;
    private final ChampionNetwork network;
    private final ModelRegistry registry;
    private final Caller caller;
    private final AuditLog audit;

    public RecipeResource(
            LayeredSettings<Recipe> recipes,
            ChampionNetwork network,
            ModelRegistry registry,
            Caller caller,
            AuditLog audit) {
        this.recipes = recipes;
        this.network = network;
        this.registry = registry;
        this.caller = caller;
        this.audit = audit;
    }

    @GET
    @Operation(
            operationId = "recipe",
            summary = "The recipe that the model's next run follows, and who says so, key by key")
    @APIResponse(responseCode = "404", description = "No such model")
    @APIResponse(
            responseCode = "200",
            description = "As asked for; its ETag is for If-Match",
            content = @Content(schema = @Schema(implementation = RecipeView.class)))
    public Response recipe(@PathParam("model") String model) {
        return answer(known(model));
    }

    @GET
    @Path("/history")
    @Operation(operationId = "recipeHistory", summary = "All changes of the model's own settings, oldest first")
    @APIResponse(responseCode = "404", description = "No such model")
    @APIResponse(
            responseCode = "200",
            description = "None while the model has no settings of its own",
            content = @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = SettingsEntry.class)))
    public List<SettingsEntry> history(@PathParam("model") String model) {
        return recipes.history(known(model));
    }

    @PUT
    @Needs(Role.OPERATOR)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "changeRecipe",
            summary = "Replace the model's own settings",
            description =
                    "From the next run on these, and only these, are set for the model; all other keys are left to"
                            + " the trainer's configuration and their defaults. With If-Match, the ETag of GET, a change that"
                            + " somebody else has made meanwhile is not lost.")
    @APIResponse(
            responseCode = "200",
            description = "In force from the next run on",
            content = @Content(schema = @Schema(implementation = RecipeView.class)))
    @APIResponse(
            responseCode = "400",
            description = "There is no such key, it cannot have this value, or it names layers that the network lacks")
    @APIResponse(responseCode = "404", description = "No such model")
    @APIResponse(responseCode = "412", description = "Somebody else has changed the recipe meanwhile")
    public Response change(
            @PathParam("model") String model,
            @RequestBody(content = @Content(schema = @Schema(type = SchemaType.OBJECT))) String settings,
            @QueryParam("reason") @DefaultValue("changed over HTTP") String reason,
            @HeaderParam(HttpHeaders.IF_MATCH) String expected) {
        ModelName name = known(model);
        InvalidFieldException.parse("reason", reason, () -> Checks.line("reason", reason, LONGEST_REASON));
        Settings given = GivenSettings.parse(RecipeKeys.CATALOGUE, settings);
        network.require(name, given, recipes.with(given));
        recipes.change(name, given, IfMatch.sequence(expected), caller.signature(Optional.empty()), reason);
        audit.write("recipe-changed", caller.name(), detail("model", name), detail("reason", reason));
        return answer(name);
    }

    private Response answer(ModelName model) {
        RecipeView view = RecipeView.of(recipes.inForce(model));
        return Response.ok(view).tag(Long.toString(view.sequence())).build();
    }

    private ModelName known(String model) {
        ModelName name = InvalidFieldException.parse("model", model, () -> new ModelName(model));
        registry.champion(name);
        return name;
    }
}
