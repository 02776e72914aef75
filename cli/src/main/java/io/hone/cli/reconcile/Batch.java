package io.hone.cli.reconcile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Some annotations with their tasks, in the form of Label Studio's webhook ANNOTATIONS_CREATED. */
final class Batch {

    private static final JsonMapper MAPPER = new JsonMapper();
    private static final int MOST_ANNOTATIONS = 200;

    /** The ingest service takes 4 MiB. */
    private static final int MOST_CHARACTERS = 1 << 20;

    private final ObjectNode webhook = MAPPER.createObjectNode().put("action", "ANNOTATIONS_CREATED");
    private final ArrayNode annotations = webhook.putArray("annotation");
    private final ArrayNode tasks = webhook.putArray("task");
    private int characters;

    /** @param task that the annotations are of, which must name it */
    void add(ObjectNode task, ArrayNode ofTask) {
        tasks.add(task);
        annotations.addAll(ofTask);
        characters += length(task) + length(ofTask);
    }

    private static int length(JsonNode node) {
        return node.toString().length();
    }

    int size() {
        return annotations.size();
    }

    boolean isFull() {
        return annotations.size() >= MOST_ANNOTATIONS || characters >= MOST_CHARACTERS;
    }

    byte[] json() {
        try {
            return MAPPER.writeValueAsBytes(webhook);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
