package io.hone.ingest.labelstudio;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads annotations as any version of Label Studio writes them: what is unknown is passed over, what is missing is
 * missing.
 */
final class Reading {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");
    private static final int MOST_FIELDS = 50;
    private static final int LONGEST_FIELD = 4_096;

    private Reading() {}

    /**
     * @param task may be missing, or its id alone
     * @param project the same
     * @throws IllegalArgumentException if it has no id, by which it could be told from others
     */
    static Annotated annotated(JsonNode annotation, JsonNode task, JsonNode project) {
        String id = id(annotation)
                .orElseThrow(() -> new IllegalArgumentException(
                        "id of an annotation is missing, or not of at most 64 letters, digits, _ and -"));
        return new Annotated(
                id,
                Stream.of(project, task.path("project"), annotation.path("project"))
                        .flatMap(each -> id(each).stream())
                        .findFirst(),
                choices(annotation.path("result")),
                data(task.path("data")),
                annotation.path("ground_truth").asBoolean(false),
                annotator(annotation.path("completed_by")),
                time(annotation.path("updated_at")).or(() -> time(annotation.path("created_at"))));
    }

    static boolean wasCancelled(JsonNode annotation) {
        return annotation.path("was_cancelled").asBoolean(false);
    }

    /** Of an object, or of its id alone. */
    static Optional<String> id(JsonNode node) {
        JsonNode id = node.isObject() ? node.path("id") : node;
        return Optional.of(id)
                .filter(JsonNode::isValueNode)
                .map(JsonNode::asText)
                .filter(text -> ID.matcher(text).matches() && !text.equals("null"));
    }

    private static List<Annotated.Choice> choices(JsonNode results) {
        List<Annotated.Choice> choices = new ArrayList<>();
        for (JsonNode result : results) {
            JsonNode values = result.path("value").path("choices");
            if (choices.size() < MOST_FIELDS && values.isArray()) {
                choices.add(new Annotated.Choice(text(result.path("from_name")).orElse(""), texts(values)));
            }
        }
        return choices;
    }

    private static List<String> texts(JsonNode values) {
        List<String> texts = new ArrayList<>();
        for (JsonNode value : values) {
            if (texts.size() < MOST_FIELDS) {
                text(value).ifPresent(texts::add);
            }
        }
        return texts;
    }

    private static Map<String, String> data(JsonNode data) {
        Map<String, String> fields = new LinkedHashMap<>();
        data.properties().forEach(field -> {
            if (fields.size() < MOST_FIELDS && field.getKey().length() <= LONGEST_FIELD) {
                text(field.getValue()).ifPresent(text -> fields.put(field.getKey(), text));
            }
        });
        return fields;
    }

    /** What is longer than any address or label that could be used is not kept. */
    private static Optional<String> text(JsonNode node) {
        return Optional.of(node)
                .filter(each -> each.isTextual() || each.isNumber())
                .map(JsonNode::asText)
                .filter(text -> text.length() <= LONGEST_FIELD);
    }

    /** Older versions write a person, newer ones the id. */
    private static Optional<String> annotator(JsonNode person) {
        return text(person.path("email")).or(() -> id(person));
    }

    private static Optional<Instant> time(JsonNode time) {
        try {
            return text(time).map(text -> OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
