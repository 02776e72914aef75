package io.hone.evaluator.console;

import io.hone.contracts.Checks;
import io.hone.contracts.access.Role;
import io.hone.contracts.model.ModelName;
import io.hone.contracts.verdict.Evaluation;
import io.hone.platform.access.Caller;
import io.hone.platform.access.Needs;
import io.hone.platform.problem.InvalidFieldException;
import io.hone.platform.problem.Problems;
import io.hone.registry.ModelRegistry;
import io.hone.registry.champion.ChampionEntry;
import io.hone.registry.version.Manifest;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What is known about models, read from the bucket each time. */
@Needs(Role.VIEWER)
@Path("/v1/models")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "console")
@APIResponse(responseCode = "200", description = "As asked for")
@APIResponse(responseCode = "503", description = "The bucket is away; try again")
public class ConsoleResource {

    private static final int MOST_VERDICTS = 1000;
    private static final String ALWAYS_ASK = "no-cache";

    private final ModelRegistry registry;
    private final ModelViews views;
    private final Caller caller;

    public ConsoleResource(ModelRegistry registry, ModelViews views, Caller caller) {
        this.registry = registry;
        this.views = views;
        this.caller = caller;
    }

    @GET
    @Needs(value = Role.VIEWER, anyModel = true)
    @Operation(operationId = "models", summary = "All models that you may see")
    public List<ModelView> models() {
        return views.all().stream()
                .filter(view -> caller.may(Role.VIEWER, view.model()))
                .toList();
    }

    @GET
    @Path("/{model}")
    @Operation(operationId = "model", summary = "One model")
    public ModelView model(@PathParam("model") String model) {
        return views.of(name(model));
    }

    @GET
    @Path("/{model}/versions")
    @Operation(operationId = "versions", summary = "The manifests of all its versions, oldest first")
    public List<Manifest> versions(@PathParam("model") String model) {
        return registry.versions().list(known(model));
    }

    @GET
    @Path("/{model}/versions/{version}")
    @Operation(operationId = "version", summary = "The manifest of one version")
    @APIResponse(responseCode = "404", description = "No such model or version")
    public Manifest version(@PathParam("model") String model, @PathParam("version") int version) {
        return registry.versions()
                .find(known(model), version)
                .orElseThrow(() -> notFound("version", "there is no version %d of '%s'".formatted(version, model)));
    }

    @GET
    @Path("/{model}/champion")
    @Operation(
            operationId = "champion",
            summary = "The champion: how it became one, and its manifest",
            description =
                    "Poll it with If-None-Match, the ETag of the last answer: while nothing moved, the answer is 304"
                            + " and empty.")
    @APIResponse(
            responseCode = "200",
            description = "The champion",
            headers =
                    @Header(
                            name = "ETag",
                            description =
                                    "The number of its entry in the champion chain and the start of a digest of both, in quotes",
                            schema = @Schema(type = SchemaType.STRING, examples = "\"3-9f86d081884c\"")),
            content = @Content(schema = @Schema(implementation = ChampionView.class)))
    @APIResponse(responseCode = "304", description = "Still the one of the given ETag")
    @Parameter(
            name = HttpHeaders.IF_NONE_MATCH,
            in = ParameterIn.HEADER,
            description = "The ETag of an answer before",
            schema = @Schema(type = SchemaType.STRING, examples = "\"3-9f86d081884c\""))
    public Response champion(@PathParam("model") String model, @Context Request request) {
        ChampionEntry head = registry.champion(name(model));
        ChampionView champion = new ChampionView(head, registry.versions().require(head.model(), head.version()));
        EntityTag tag = champion.tag();
        return Optional.ofNullable(request.evaluatePreconditions(tag))
                .orElseGet(() -> Response.ok(champion).tag(tag))
                .header(HttpHeaders.CACHE_CONTROL, ALWAYS_ASK)
                .build();
    }

    @GET
    @Path("/{model}/champions")
    @Operation(operationId = "champions", summary = "The champion chain, oldest entry first")
    public List<ChampionEntry> champions(@PathParam("model") String model) {
        return registry.champions().history(known(model));
    }

    @GET
    @Path("/{model}/verdicts")
    @Operation(
            operationId = "verdicts",
            summary = "The last verdict about each version that was judged, newest first",
            description = "One that is inconclusive is followed by another when more labels are there. Without their"
                    + " reports: each is at …/verdicts/{version}.")
    @APIResponse(responseCode = "400", description = "skip or limit is out of range")
    public List<Evaluation> verdicts(
            @PathParam("model") String model,
            @QueryParam("skip")
                    @DefaultValue("0")
                    @Parameter(description = "So many of the newest are left out", example = "0")
                    int skip,
            @QueryParam("limit")
                    @DefaultValue("100")
                    @Parameter(description = "At most so many, up to 1000", example = "100")
                    int limit) {
        InvalidFieldException.parse("skip", Integer.toString(skip), () -> Checks.atLeast("skip", skip, 0));
        InvalidFieldException.parse(
                "limit", Integer.toString(limit), () -> Checks.within("limit", limit, 1, MOST_VERDICTS));
        return registry.evaluations().latest(known(model), skip, limit);
    }

    @GET
    @Path("/{model}/verdicts/{version}")
    @Operation(operationId = "verdict", summary = "The last verdict about a version, with every number behind it")
    @APIResponse(responseCode = "404", description = "No such model, or no verdict about that version")
    public Evaluation verdict(@PathParam("model") String model, @PathParam("version") int version) {
        return registry.evaluations()
                .latest(known(model), version)
                .orElseThrow(() -> notFound(
                        "verdict",
                        "version %d of '%s' has no verdict yet: it is awaited, or the version was never a candidate"
                                .formatted(version, model)));
    }

    private ModelName known(String model) {
        ModelName name = name(model);
        registry.champion(name);
        return name;
    }

    private static ModelName name(String model) {
        return InvalidFieldException.parse("model", model, () -> new ModelName(model));
    }

    private static RuntimeException notFound(String what, String detail) {
        return Problems.problem(Response.Status.NOT_FOUND, "unknown-" + what, "Unknown " + what, detail)
                .build();
    }
}
