package io.hone.cli.reconcile;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hone.cli.terminal.CommandFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A Label Studio export, read one task at a time: a project's may be larger than memory. */
final class Export implements AutoCloseable {

    private static final JsonMapper MAPPER = new JsonMapper();
    private static final List<String> OF_ANNOTATION =
            List.of("id", "completed_by", "was_cancelled", "ground_truth", "created_at", "updated_at");
    private static final String NEXT = "In Label Studio choose Export, and there JSON (not JSON-MIN, CSV or others).";

    private final Path file;
    private final JsonParser parser;
    private long skipped;

    private Export(Path file, JsonParser parser) {
        this.file = file;
        this.parser = parser;
    }

    /** @throws CommandFailure if it is no export */
    static Export open(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new CommandFailure("there is no file %s".formatted(file), NEXT);
        }
        Export export = new Export(file, MAPPER.createParser(file.toFile()));
        if (export.token() != JsonToken.START_ARRAY) {
            export.close();
            throw export.notOne("it is no JSON array of tasks");
        }
        return export;
    }

    /**
     * The next annotations; empty at the end.
     *
     * @throws CommandFailure if what follows is no task
     */
    Optional<Batch> next() throws IOException {
        Batch batch = new Batch();
        while (!batch.isFull()) {
            JsonToken token = token();
            if (token == JsonToken.END_ARRAY) {
                return batch.size() == 0 ? Optional.empty() : Optional.of(batch);
            }
            if (token != JsonToken.START_OBJECT) {
                throw notOne("something that is no task follows");
            }
            add(batch);
        }
        return Optional.of(batch);
    }

    private JsonToken token() throws IOException {
        try {
            // At the end of a list that was read to its end, there is nothing more to read.
            return parser.currentToken() == JsonToken.END_ARRAY ? JsonToken.END_ARRAY : parser.nextToken();
        } catch (JsonProcessingException e) {
            throw notOne(e.getOriginalMessage());
        }
    }

    private void add(Batch batch) throws IOException {
        JsonNode task = task();
        JsonNode annotations = task.path("annotations");
        if (!annotations.isArray()) {
            throw notOne("task %s has no annotations".formatted(task.path("id").asText("without an id")));
        }
        ArrayNode told = MAPPER.createArrayNode();
        for (JsonNode annotation : annotations) {
            if (annotation.path("was_cancelled").asBoolean(false)) {
                skipped++;
            } else {
                told.add(trimmed(annotation, task.path("id")));
            }
        }
        if (!told.isEmpty()) {
            ObjectNode alone = MAPPER.createObjectNode();
            List.of("id", "data", "project").forEach(field -> copy(task, alone, field));
            batch.add(alone, told);
        }
    }

    private JsonNode task() throws IOException {
        try {
            return MAPPER.readTree(parser);
        } catch (JsonProcessingException e) {
            throw notOne(e.getOriginalMessage());
        }
    }

    /** Outlines and brushes can be megabytes, and give no label. */
    private static ObjectNode trimmed(JsonNode annotation, JsonNode task) {
        ObjectNode trimmed = MAPPER.createObjectNode();
        OF_ANNOTATION.forEach(field -> copy(annotation, trimmed, field));
        trimmed.set("task", task);
        ArrayNode results = trimmed.putArray("result");
        annotation.path("result").forEach(result -> {
            if (result.path("value").has("choices")) {
                results.add(result);
            }
        });
        return trimmed;
    }

    private static void copy(JsonNode from, ObjectNode to, String field) {
        if (from.has(field)) {
            to.set(field, from.get(field));
        }
    }

    private CommandFailure notOne(String reason) {
        return new CommandFailure(
                "%s is no JSON export of Label Studio, at byte %d: %s".formatted(file, bytesRead(), reason), NEXT);
    }

    long bytesRead() {
        return Math.max(0, parser.currentLocation().getByteOffset());
    }

    /** Annotations so far that say that their task was skipped. */
    long skipped() {
        return skipped;
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }
}
