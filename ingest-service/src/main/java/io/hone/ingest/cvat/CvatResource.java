package io.hone.ingest.cvat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hone.contracts.model.ModelName;
import io.hone.ingest.task.FeedModels;
import io.hone.ingest.task.Task;
import io.hone.ingest.task.TaskQueue;
import io.hone.ingest.task.WebhookBody;
import io.hone.platform.access.OwnProof;
import io.hone.platform.problem.InvalidFieldException;
import io.hone.platform.problem.Problems;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response.Status;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeIn;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Where CVAT's webhooks go. */
@Path("/v1/models/{model}/feeds/cvat")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
@Tag(name = "feeds")
@SecurityScheme(
        securitySchemeName = "cvatSignature",
        type = SecuritySchemeType.APIKEY,
        in = SecuritySchemeIn.HEADER,
        apiKeyName = Signature.HEADER,
        description = "sha256= and the HMAC-SHA256 of the body, by the secret that CVAT and Hone share")
class CvatResource {

    private final CvatTools tools;
    private final FeedModels models;
    private final TaskQueue queue;
    private final ObjectMapper mapper;

    CvatResource(CvatTools tools, FeedModels models, TaskQueue queue, ObjectMapper mapper) {
        this.tools = tools;
        this.models = models;
        this.queue = queue;
        this.mapper = mapper;
    }

    @OwnProof
    @SecurityRequirement(name = "cvatSignature")
    @POST
    @Consumes(MediaType.WILDCARD)
    @Operation(
            operationId = "cvatWebhook",
            summary = "Tell of a finished job",
            description =
                    "CVAT's own webhook, known by its signature. Answered as soon as the job is safe in a queue; its tags and images are fetched afterwards.")
    @RequestBody(
            description = "JSON, whatever the content type says",
            content = @Content(mediaType = MediaType.WILDCARD, schema = @Schema(type = SchemaType.OBJECT)))
    @APIResponse(
            responseCode = "202",
            description = "The job is safe, or the event is nothing that Hone needs to know",
            content = @Content(schema = @Schema(implementation = CvatAnswer.class)))
    @APIResponse(responseCode = "400", description = "It is no webhook of CVAT: see field")
    @APIResponse(responseCode = "401", description = "No CVAT that is set up for this model has signed it")
    @APIResponse(responseCode = "404", description = "No such model is registered")
    @APIResponse(responseCode = "408", description = "The request did not arrive in time")
    @APIResponse(responseCode = "413", description = "It has too many bytes: see limit")
    @APIResponse(responseCode = "503", description = "Kafka is away: see Retry-After")
    public RestResponse<CvatAnswer> take(
            @PathParam("model") String name,
            @Parameter(description = "sha256= and the HMAC-SHA256 of the body in hexadecimal digits")
                    @HeaderParam(Signature.HEADER)
                    String signature,
            InputStream body) {
        byte[] bytes = WebhookBody.read(body);
        CvatTool tool = sender(name, signature, bytes);
        ModelName model = models.require(name);
        JsonNode webhook = WebhookBody.parse(mapper, bytes);
        Optional<Job> job = Job.completed(webhook);
        List<Task> tasks = job.map(completed -> CvatTask.of(model, tool, completed, Instant.now())).stream()
                .toList();
        queue.add(tasks);
        return RestResponse.status(
                RestResponse.Status.ACCEPTED,
                new CvatAnswer(WebhookBody.shown(webhook.path("event").asText()), tasks.size()));
    }

    private CvatTool sender(String name, String signature, byte[] body) {
        ModelName model = InvalidFieldException.parse("model", name, () -> new ModelName(name));
        return Optional.ofNullable(signature)
                .flatMap(given -> tools.sender(model, given, body))
                .orElseThrow(() -> Problems.problem(
                                Status.UNAUTHORIZED,
                                "unknown-tool",
                                "Unknown tool",
                                "no CVAT that is set up for model '%s' has signed this request in %s: compare the webhook's secret with hone.feeds.cvat.name.secret"
                                        .formatted(model, Signature.HEADER))
                        .build());
    }
}
