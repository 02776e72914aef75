package io.hone.openapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** An OpenAPI document, as a service serves it. */
public final class Document {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch", "head", "options");

    private final JsonNode root;
    private final List<Operation> operations;

    private Document(JsonNode root) {
        this.root = root;
        this.operations = operations(root);
    }

    /** @throws IllegalArgumentException if it is no JSON */
    public static Document parse(String json) {
        return new Document(json(json));
    }

    static JsonNode json(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("no JSON: " + text, e);
        }
    }

    private static List<Operation> operations(JsonNode root) {
        List<Operation> operations = new ArrayList<>();
        root.path("paths").properties().forEach(path -> path.getValue().properties().stream()
                .filter(entry -> METHODS.contains(entry.getKey()))
                .map(entry -> Operation.of(entry.getKey(), path.getKey(), entry.getValue()))
                .forEach(operations::add));
        operations.sort(Comparator.comparing(Operation::parameters));
        return List.copyOf(operations);
    }

    public List<Operation> operations() {
        return operations;
    }

    /** Each documented answer that the annotation names. */
    Set<String> answers(Answers named) {
        Set<String> answers = new TreeSet<>(Set.of(named.value()));
        for (int status : named.ofEveryOperation()) {
            operations.stream()
                    .filter(operation -> operation.has(status))
                    .map(operation -> operation.answer(status))
                    .forEach(answers::add);
        }
        return answers;
    }

    /** By which callers may show who they are. */
    Set<String> securitySchemes() {
        Set<String> names = new TreeSet<>();
        root.path("components").path("securitySchemes").fieldNames().forEachRemaining(names::add);
        return names;
    }

    JsonNode schemas() {
        return root.path("components").path("schemas");
    }

    Optional<Operation> find(String method, String path) {
        return operations.stream()
                .filter(operation -> operation.matches(method, path))
                .findFirst();
    }
}
