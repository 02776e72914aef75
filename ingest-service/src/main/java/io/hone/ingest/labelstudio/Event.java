package io.hone.ingest.labelstudio;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.hone.platform.problem.InvalidFieldException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * What a webhook tells.
 *
 * @param given annotations that were created or updated
 * @param deleted ids of annotations that were deleted, or skipped after they had been made
 * @param skipped how many say that their task was skipped
 * @param refused what could not be read, and why
 */
record Event(String action, List<Annotated> given, List<String> deleted, int skipped, List<String> refused) {

    private static final String CREATED = "ANNOTATION_CREATED";
    private static final String UPDATED = "ANNOTATION_UPDATED";
    private static final String BATCH_CREATED = "ANNOTATIONS_CREATED";
    private static final String DELETED = "ANNOTATIONS_DELETED";
    private static final int LONGEST_ACTION = 100;

    Event {
        given = List.copyOf(given);
        deleted = List.copyOf(deleted);
        refused = List.copyOf(refused);
    }

    /**
     * @param imageField of tasks' data
     * @throws InvalidFieldException if it is no webhook of Label Studio
     * @throws NoPayloadException if it tells of annotations without telling which
     */
    static Event read(JsonNode webhook, String imageField) {
        String action = webhook.path("action").asText("");
        if (action.isEmpty() || action.length() > LONGEST_ACTION) {
            throw new InvalidFieldException(
                    "action", null, "action is missing: a webhook of Label Studio such as ANNOTATION_CREATED has one");
        }
        return switch (action) {
            case CREATED, UPDATED, BATCH_CREATED -> given(action, webhook, imageField);
            case DELETED -> deleted(action, webhook);
            default -> new Event(action, List.of(), List.of(), 0, List.of());
        };
    }

    private static Event given(String action, JsonNode webhook, String imageField) {
        JsonNode annotations = payload(action, webhook, "annotation");
        Map<String, JsonNode> tasks = new HashMap<>();
        list(webhook.path("task")).forEach(task -> Reading.id(task).ifPresent(id -> tasks.put(id, task)));
        Map<Boolean, List<JsonNode>> bySkipped = StreamSupport.stream(
                        list(annotations).spliterator(), false)
                .collect(Collectors.partitioningBy(Reading::wasCancelled));
        List<Annotated> given = new ArrayList<>();
        List<String> refused = new ArrayList<>();
        for (JsonNode annotation : bySkipped.get(false)) {
            try {
                given.add(Reading.annotated(
                        annotation, task(annotation, webhook, tasks), webhook.path("project"), imageField));
            } catch (IllegalArgumentException e) {
                refused.add(e.getMessage());
            }
        }
        List<JsonNode> skipped = bySkipped.get(true);
        return new Event(action, given, withdrawn(action, skipped), skipped.size(), refused);
    }

    /** Skipped after it had been made, an annotation is an update; what it said before it says no more. */
    private static List<String> withdrawn(String action, List<JsonNode> skipped) {
        return action.equals(UPDATED)
                ? skipped.stream()
                        .flatMap(annotation -> Reading.id(annotation).stream())
                        .toList()
                : List.of();
    }

    /** By the id that the annotation names; with a single task there is no question. */
    private static JsonNode task(JsonNode annotation, JsonNode webhook, Map<String, JsonNode> tasks) {
        JsonNode alone = webhook.path("task");
        return Reading.id(annotation.path("task"))
                .map(tasks::get)
                .orElseGet(() -> alone.isObject() ? alone : MissingNode.getInstance());
    }

    private static Event deleted(String action, JsonNode webhook) {
        List<String> deleted = new ArrayList<>();
        List<String> refused = new ArrayList<>();
        for (JsonNode annotation : list(payload(action, webhook, "annotations"))) {
            Reading.id(annotation).ifPresentOrElse(deleted::add, () -> refused.add("id of an annotation is missing"));
        }
        return new Event(action, List.of(), deleted, 0, refused);
    }

    /** Versions differ in the number of the word. */
    private static JsonNode payload(String action, JsonNode webhook, String field) {
        JsonNode payload = webhook.path(field);
        if (payload.isMissingNode()) {
            payload = webhook.path(field.equals("annotation") ? "annotations" : "annotation");
        }
        if (!payload.isContainerNode()) {
            throw new NoPayloadException(action);
        }
        return payload;
    }

    private static Iterable<JsonNode> list(JsonNode node) {
        return node.isArray() ? node : List.of(node);
    }
}
