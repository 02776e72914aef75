package io.hone.ingest.task;

import com.fasterxml.jackson.databind.JsonNode;
import io.hone.contracts.Checks;
import io.hone.contracts.model.ModelName;
import java.time.Instant;
import java.util.regex.Pattern;

/**
 * Something that a labelling tool has told, and that is still to be done, as it lies in the topic {@code labelling-tasks}.
 *
 * @param id what it is about, such as {@code label-studio:lab:17}; of the tasks of a model with the same id the last holds
 * @param kind which {@link TaskWorker} does it
 * @param tool that told it, by its name in the configuration
 * @param received when it was told, or asked for again
 * @param detail whatever the worker needs to know
 */
public record Task(ModelName model, String id, String kind, String tool, Instant received, JsonNode detail) {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_.:-]{1,200}");

    public Task {
        Checks.present("model", model);
        if (!ID.matcher(Checks.present("id", id)).matches()) {
            throw new IllegalArgumentException(
                    "id is '%s', must be 1 to 200 letters, digits, or of _ . : -".formatted(shortened(id)));
        }
        Checks.line("kind", kind, 40);
        Checks.line("tool", tool, 40);
        Checks.present("received", received);
        Checks.present("detail", detail);
    }

    private static String shortened(String id) {
        return id.length() <= 50 ? id : id.substring(0, 50) + "…";
    }

    /** Of its records. */
    String key() {
        return model + "/" + id;
    }

    Task again(Instant now) {
        return new Task(model, id, kind, tool, now, detail);
    }
}
