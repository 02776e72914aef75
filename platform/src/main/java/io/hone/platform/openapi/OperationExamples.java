package io.hone.platform.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;

/**
 * The examples of an operation: a JSON object whose keys are {@code request} and statuses. Several of one status are an
 * object of named examples under {@code examples}; those of several media types an object by media type. What it lacks
 * of problems is taken from those that all operations share.
 */
final class OperationExamples {

    private static final String FOLDER = "META-INF/openapi/";
    private static final String SHARED = "problems";
    private static final String SEVERAL = "examples";
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Operation operation;
    private final Map<String, JsonNode> examples = new LinkedHashMap<>();

    private OperationExamples(Operation operation) {
        this.operation = operation;
        read(SHARED).ifPresent(this::putAll);
        read(operation.getOperationId()).ifPresent(this::putAll);
    }

    static OperationExamples of(Operation operation) {
        return new OperationExamples(operation);
    }

    private void putAll(JsonNode given) {
        given.properties().forEach(example -> examples.put(example.getKey(), example.getValue()));
    }

    void add() {
        if (operation.getRequestBody() != null) {
            add("request", operation.getRequestBody().getContent());
        }
        operation.getResponses().getAPIResponses().forEach((status, answer) -> add(status, answer.getContent()));
    }

    private void add(String name, Content content) {
        if (content != null && content.getMediaTypes() != null && examples.containsKey(name)) {
            JsonNode given = examples.get(name);
            content.getMediaTypes()
                    .forEach((type, described) -> add(described, given.has(type) ? given.get(type) : given));
        }
    }

    private static void add(MediaType type, JsonNode example) {
        if (type.getExample() != null || type.getExamples() != null) {
            return;
        }
        if (example.has(SEVERAL)) {
            example.get(SEVERAL)
                    .properties()
                    .forEach(one -> type.addExample(
                            one.getKey(), OASFactory.createExample().value(plain(one.getValue()))));
        } else {
            type.setExample(plain(example));
        }
    }

    private static Object plain(JsonNode node) {
        return MAPPER.convertValue(node, Object.class);
    }

    private static Optional<JsonNode> read(String name) {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        try (InputStream file = loader.getResourceAsStream(FOLDER + name + ".json")) {
            return file == null ? Optional.empty() : Optional.of(MAPPER.readTree(file));
        } catch (IOException e) {
            throw new UncheckedIOException(FOLDER + name + ".json cannot be read", e);
        }
    }
}
