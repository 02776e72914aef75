package io.hone.cli.service;

import io.hone.cli.http.Answer;
import io.hone.cli.http.Http;
import io.hone.cli.http.ServiceAwayException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The trainer's HTTP interface. */
public final class Trainer {

    /** It has not heard of the model, or does not read its images: not yet, or because another trainer does. */
    private static final Set<Integer> NOT_HERE = Set.of(404, 409);

    private static final String NEXT = "See with ./hone status whether all services run, and in the trainer's log why.";

    private final Http http;
    private final URI address;

    public Trainer(Http http, URI address) {
        this.http = http;
        this.address = address;
    }

    /** Empty while the trainer does not have the model. */
    public Optional<TrainingImages> images(String model) throws ServiceAwayException {
        return find(ModelUri.of(address, model, "images")).map(answer -> answer.read(TrainingImages.class));
    }

    /** Newest first; empty also while the trainer does not have the model. */
    public List<Run> runs(String model) throws ServiceAwayException {
        return find(ModelUri.of(address, model, "runs"))
                .map(answer -> answer.readList(Run.class))
                .orElse(List.of());
    }

    /** @return the run's name */
    public String startRun(String model) throws ServiceAwayException {
        return http.post(ModelUri.of(address, model, "runs"))
                .orFail("the trainer does not start a run", NEXT)
                .json()
                .path("run")
                .asText();
    }

    /** How the model's next run trains. */
    public Recipe recipe(String model) throws ServiceAwayException {
        return http.get(ModelUri.of(address, model, "recipe"))
                .orFail("the trainer does not tell the recipe of '%s'".formatted(model), NEXT)
                .read(Recipe.class);
    }

    /**
     * Replaces the model's own settings.
     *
     * @param settings a JSON object
     * @param sequence of the change that they were made from
     */
    public Recipe changeRecipe(String model, byte[] settings, long sequence, String reason)
            throws ServiceAwayException {
        return http.put(
                        ModelUri.of(address, model, "recipe", Map.of("reason", reason)),
                        settings,
                        "\"" + sequence + "\"")
                .orFail(
                        "the recipe of '%s' was not changed".formatted(model),
                        "Correct what it names and try again; docs/configuration.md explains every key.")
                .read(Recipe.class);
    }

    /** Begins to train a version again. The answer as it is: what to do about a refusal depends on who asks. */
    public Answer reproduce(String model, int version) throws ServiceAwayException {
        return http.post(ModelUri.of(address, model, "versions/" + version + "/reproductions"));
    }

    public Reproduction reproduction(String model, String name) throws ServiceAwayException {
        return http.get(ModelUri.of(address, model, "reproductions/" + name))
                .orFail("the trainer does not tell how '%s' gets on".formatted(name), NEXT)
                .read(Reproduction.class);
    }

    private Optional<Answer> find(URI uri) throws ServiceAwayException {
        Answer answer = http.get(uri);
        return NOT_HERE.contains(answer.status())
                ? Optional.empty()
                : Optional.of(answer.orFail("the trainer does not answer as expected", NEXT));
    }
}
