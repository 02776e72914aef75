package io.hone.trainer.images;

import io.hone.contracts.access.Role;
import io.hone.contracts.model.ModelName;
import io.hone.platform.access.Needs;
import io.hone.platform.problem.InvalidFieldException;
import io.hone.platform.problem.Problems;
import io.hone.registry.ModelRegistry;
import io.hone.trainer.run.FedModels;
import io.hone.trainer.run.NotFedHereException;
import io.hone.trainer.run.Runs;
import io.hone.trainer.run.WaitingImages;
import io.hone.vision.store.ImageStore;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response.Status;
import java.util.SortedMap;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What a model's image store holds, for people. */
@Needs(Role.VIEWER)
@Path("/v1/models/{model}/images")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
@Tag(name = "Images")
public class ImagesResource {

    private final FedModels models;
    private final Runs runs;
    private final WaitingImages waiting;
    private final ModelRegistry registry;

    public ImagesResource(FedModels models, Runs runs, WaitingImages waiting, ModelRegistry registry) {
        this.models = models;
        this.runs = runs;
        this.waiting = waiting;
        this.registry = registry;
    }

    /**
     * What is there to train on.
     *
     * @param images training images in the store
     * @param newImages of these, those that arrived since the last run was planned
     * @param waitingImages of these, those whose labels are no classes of the champion's yet
     * @param nextOffset the offset of the stream that is read next
     */
    public record Stored(
            ModelName model,
            int images,
            int newImages,
            int waitingImages,
            SortedMap<String, Integer> imagesByClass,
            long nextOffset) {}

    @GET
    @Operation(
            operationId = "images",
            summary = "How many training images there are, by class, and how many of them are new")
    @APIResponse(responseCode = "200", description = "As the store holds them now")
    @APIResponse(responseCode = "404", description = "No such model")
    @APIResponse(responseCode = "409", description = "The model belongs to another trainer, or not yet to this one")
    public Stored stored(@PathParam("model") String model) {
        ModelName name = InvalidFieldException.parse("model", model, () -> new ModelName(model));
        registry.champion(name);
        try {
            ImageStore store = models.store(name);
            return new Stored(
                    name,
                    store.count(),
                    runs.newImages(name),
                    waiting.count(name),
                    store.countByLabel(),
                    store.nextOffset());
        } catch (NotFedHereException e) {
            throw Problems.problem(
                            Status.CONFLICT, "not-fed-here", "This trainer does not have the model", e.getMessage())
                    .build();
        }
    }
}
