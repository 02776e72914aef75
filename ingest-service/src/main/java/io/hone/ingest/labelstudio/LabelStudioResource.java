package io.hone.ingest.labelstudio;

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
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response.Status;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeIn;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestResponse;

/** Where Label Studio's webhooks go. */
@Path("/v1/models/{model}/feeds/label-studio")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
@Tag(name = "feeds")
@SecurityScheme(
        securitySchemeName = "labelStudioSecret",
        type = SecuritySchemeType.APIKEY,
        in = SecuritySchemeIn.HEADER,
        apiKeyName = "X-Hone-Secret",
        description =
                "The secret of the Label Studio, in the header that hone.feeds.label-studio.name.secret-header names")
class LabelStudioResource {

    private static final Logger LOG = Logger.getLogger(LabelStudioResource.class);

    private final LabelStudioTools tools;
    private final FeedModels models;
    private final TaskQueue queue;
    private final ObjectMapper mapper;

    LabelStudioResource(LabelStudioTools tools, FeedModels models, TaskQueue queue, ObjectMapper mapper) {
        this.tools = tools;
        this.models = models;
        this.queue = queue;
        this.mapper = mapper;
    }

    @OwnProof
    @SecurityRequirement(name = "labelStudioSecret")
    @POST
    @Consumes(MediaType.WILDCARD)
    @Operation(
            operationId = "labelStudioWebhook",
            summary = "Tell of annotations",
            description =
                    "Label Studio's own webhook, known by the secret in a header. Answered as soon as what it tells is safe in a queue; images are fetched and labels taken in afterwards.")
    @RequestBody(
            description = "JSON, whatever the content type says",
            content = @Content(mediaType = MediaType.WILDCARD, schema = @Schema(type = SchemaType.OBJECT)))
    @APIResponse(
            responseCode = "202",
            description = "What it tells is safe, or is nothing that Hone needs to know",
            content = @Content(schema = @Schema(implementation = WebhookAnswer.class)))
    @APIResponse(responseCode = "400", description = "It is no webhook of Label Studio: see field")
    @APIResponse(responseCode = "401", description = "No Label Studio that is set up for this model has that secret")
    @APIResponse(responseCode = "404", description = "No such model is registered")
    @APIResponse(responseCode = "408", description = "The request did not arrive in time")
    @APIResponse(responseCode = "413", description = "It has too many bytes: see limit")
    @APIResponse(responseCode = "422", description = "It came without its payload: turn 'Send payload' on")
    @APIResponse(responseCode = "503", description = "Kafka is away: see Retry-After")
    public RestResponse<WebhookAnswer> take(
            @PathParam("model") String name, @Context HttpHeaders headers, InputStream body) {
        LabelStudioTool tool = sender(name, headers);
        ModelName model = models.require(name);
        Event event = read(body, tool);
        if (event.given().isEmpty()
                && event.deleted().isEmpty()
                && !event.refused().isEmpty()) {
            throw new InvalidFieldException("annotation", null, event.refused().get(0));
        }
        List<Task> tasks = tasks(model, tool, event);
        queue.add(tasks);
        LOG.debugf("Webhook taken: tool=%s action=%s queued=%d", tool.name(), event.action(), tasks.size());
        event.refused().forEach(reason -> LOG.warnf("Annotation refused: tool=%s: %s", tool.name(), reason));
        return RestResponse.status(
                RestResponse.Status.ACCEPTED,
                new WebhookAnswer(event.action(), tasks.size(), event.skipped(), event.refused()));
    }

    /** Before anything is read: a stranger is not listened to. */
    private LabelStudioTool sender(String name, HttpHeaders headers) {
        ModelName model = InvalidFieldException.parse("model", name, () -> new ModelName(name));
        return tools.sender(model, headers::getHeaderString).orElseThrow(() -> Problems.problem(
                        Status.UNAUTHORIZED,
                        "unknown-tool",
                        "Unknown tool",
                        "no Label Studio that is set up for model '%s' has the secret that this request shows, if any: compare the webhook's header with hone.feeds.label-studio.name.secret-header and .secret"
                                .formatted(model))
                .build());
    }

    private Event read(InputStream body, LabelStudioTool tool) {
        try {
            return Event.read(WebhookBody.parse(mapper, WebhookBody.read(body)), tool.imageField());
        } catch (NoPayloadException e) {
            LOG.warn(e.getMessage());
            throw Problems.problem(
                            Problems.UNPROCESSABLE_CONTENT, "no-payload", "Webhook without payload", e.getMessage())
                    .with("field", "annotation")
                    .build();
        }
    }

    private static List<Task> tasks(ModelName model, LabelStudioTool tool, Event event) {
        Instant now = Instant.now();
        return Stream.concat(
                        event.given().stream().map(given -> AnnotationTask.given(model, tool, given, now)),
                        event.deleted().stream().map(id -> AnnotationTask.deleted(model, tool, id, now)))
                .toList();
    }
}
