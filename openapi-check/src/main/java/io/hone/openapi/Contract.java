package io.hone.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Whether answers are as a document says. */
public final class Contract {

    private static final int NOT_FOUND = 404;
    private static final int UNAUTHORIZED = 401;
    private static final int NOT_ALLOWED = 405;
    private static final Set<Integer> WITHOUT_OPERATION = Set.of(NOT_FOUND, UNAUTHORIZED, NOT_ALLOWED);

    private final Document document;
    private final Bodies bodies;

    public Contract(Document document) {
        this.document = document;
        this.bodies = new Bodies(document.schemas());
    }

    public Document document() {
        return document;
    }

    /**
     * @return which documented answer it is, as {@link Operation#answer} names it; empty for a path that is none
     * @throws AssertionError saying what of it is not as documented
     */
    public Optional<String> check(Answer answer) {
        Optional<Operation> operation = document.find(answer.method(), answer.path());
        if (operation.isEmpty() && WITHOUT_OPERATION.contains(answer.status())) {
            return Optional.empty();
        }
        List<String> mistakes =
                operation.map(known -> mistakes(known, answer)).orElse(List.of("the operation is not documented"));
        if (!mistakes.isEmpty()) {
            throw new AssertionError("Not as /q/openapi says: %s%n%s".formatted(String.join("; ", mistakes), answer));
        }
        return operation.map(known -> known.answer(answer.status()));
    }

    private List<String> mistakes(Operation operation, Answer answer) {
        if (!operation.has(answer.status())) {
            return List.of("status %d of %s is not documented".formatted(answer.status(), operation.id()));
        }
        JsonNode content = operation
                .node()
                .path("responses")
                .path(Integer.toString(answer.status()))
                .path("content");
        if (content.isEmpty()) {
            return answer.body().isEmpty() ? List.of() : List.of("no body is documented");
        }
        JsonNode mediaType = content.path(answer.mediaType());
        if (mediaType.isMissingNode()) {
            return List.of("content type '%s' is not documented".formatted(answer.contentType()));
        }
        return answer.mediaType().endsWith("json")
                ? bodies.mistakes(mediaType.path("schema"), Document.json(answer.body()))
                : List.of();
    }

    /** What the document lacks, or says of itself wrongly; empty when nothing. */
    public List<String> gaps() {
        List<String> gaps = new ArrayList<>();
        document.operations().forEach(operation -> gaps(operation, gaps));
        Set<String> named = document.operations().stream()
                .flatMap(operation -> operation.security().stream())
                .collect(Collectors.toCollection(TreeSet::new));
        if (!named.equals(document.securitySchemes())) {
            gaps.add("security schemes %s are named, %s are described".formatted(named, document.securitySchemes()));
        }
        return gaps;
    }

    private void gaps(Operation operation, List<String> gaps) {
        JsonNode node = operation.node();
        if (operation.id().isEmpty()) {
            gaps.add("%s %s has no operationId".formatted(operation.method(), operation.path()));
        }
        if (node.path("summary").asText().isEmpty()) {
            gaps.add(operation.id() + " has no summary");
        }
        if (operation.security().isEmpty()) {
            gaps.add(operation.id() + " does not say who may");
        }
        node.path("parameters").forEach(parameter -> described(operation, parameter, gaps));
        exemplified(operation.id() + " request", node.path("requestBody").path("content"), gaps);
        node.path("responses").properties().forEach(response -> {
            String name = operation.id() + " " + response.getKey();
            if (response.getValue().path("description").asText().isEmpty()) {
                gaps.add(name + " has no description");
            }
            exemplified(name, response.getValue().path("content"), gaps);
        });
    }

    private static void described(Operation operation, JsonNode parameter, List<String> gaps) {
        if (parameter.path("description").asText().isEmpty() || !parameter.has("schema")) {
            gaps.add("%s: parameter %s is not described"
                    .formatted(operation.id(), parameter.path("name").asText()));
        }
    }

    private void exemplified(String name, JsonNode content, List<String> gaps) {
        content.properties().forEach(mediaType -> {
            JsonNode schema = mediaType.getValue().path("schema");
            List<JsonNode> examples = Examples.of(mediaType.getValue());
            if (schema.isEmpty()) {
                gaps.add("%s has no schema".formatted(name));
            }
            if (examples.isEmpty()) {
                gaps.add("%s has no example".formatted(name));
            }
            examples.forEach(example -> bodies.mistakes(schema, example)
                    .forEach(mistake -> gaps.add("the example of %s: %s".formatted(name, mistake))));
        });
    }
}
