package io.hone.ingest.labelstudio;

import com.fasterxml.jackson.databind.JsonNode;
import io.hone.contracts.model.Classes;
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
    /** A queue holds very many: of each no more than could be of use. */
    private static final int MOST_CHOICES = 20;

    private static final int MOST_FIELDS = 20;
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_FIELD = 4_096;
    private static final int LONGEST_DATA = 8_192;

    /** One character more than labels may have, so that what is too long is told to be. */
    private static final int LONGEST_CHOICE = Classes.MAX_LABEL_LENGTH + 1;

    private Reading() {}

    /**
     * @param task may be missing, or its id alone
     * @param project the same
     * @param imageField of the task's data, kept whatever else is not
     * @throws IllegalArgumentException if it has no id, by which it could be told from others
     */
    static Annotated annotated(JsonNode annotation, JsonNode task, JsonNode project, String imageField) {
        String id = id(annotation)
                .orElseThrow(() -> new IllegalArgumentException(
                        "id of an annotation is missing, or not of at most 64 letters, digits, _ and -"));
        return new Annotated(
                id,
                Stream.of(project, task.path("project"), annotation.path("project"))
                        .flatMap(each -> id(each).stream())
                        .findFirst(),
                choices(annotation.path("result")),
                data(task.path("data"), imageField),
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
        int values = 0;
        for (JsonNode result : results) {
            List<String> chosen = texts(result.path("value").path("choices"), MOST_CHOICES - values);
            if (!chosen.isEmpty()) {
                choices.add(new Annotated.Choice(
                        text(result.path("from_name")).map(Reading::shortened).orElse(""), chosen));
                values += chosen.size();
            }
        }
        return choices;
    }

    private static List<String> texts(JsonNode values, int most) {
        List<String> texts = new ArrayList<>();
        for (JsonNode value : values) {
            if (texts.size() < most) {
                text(value).map(Reading::shortened).ifPresent(texts::add);
            }
        }
        return texts;
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_CHOICE ? text : text.substring(0, LONGEST_CHOICE);
    }

    private static Map<String, String> data(JsonNode data, String imageField) {
        Map<String, String> fields = new LinkedHashMap<>();
        text(data.path(imageField)).ifPresent(image -> fields.put(imageField, image));
        int length = 0;
        for (Map.Entry<String, JsonNode> field : data.properties()) {
            String text = text(field.getValue()).orElse("");
            length += text.length();
            if (fields.size() < MOST_FIELDS
                    && length <= LONGEST_DATA
                    && field.getKey().length() <= LONGEST_NAME) {
                fields.putIfAbsent(field.getKey(), text);
            }
        }
        return fields;
    }

    /** What is longer than any address that could be used is not kept. */
    private static Optional<String> text(JsonNode node) {
        return Optional.of(node)
                .filter(each -> each.isTextual() || each.isNumber())
                .map(JsonNode::asText)
                .filter(text -> text.length() <= LONGEST_FIELD);
    }

    /** Webhooks tell the id, exports the whole person: the id is what one is known by in both. */
    private static Optional<String> annotator(JsonNode person) {
        return id(person).or(() -> text(person.path("email")).map(Reading::shortened));
    }

    private static Optional<Instant> time(JsonNode time) {
        try {
            return text(time).map(text -> OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
