package io.hone.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a service says it can do.
 *
 * @param method in upper case
 * @param path with its parameters in braces
 * @param node the operation in the document
 */
public record Operation(String method, String path, JsonNode node) {

    private static final Pattern PARAMETER = Pattern.compile("\\{[^}]+}");

    static Operation of(String method, String path, JsonNode node) {
        return new Operation(method.toUpperCase(Locale.ROOT), path, node);
    }

    public String id() {
        return node.path("operationId").asText();
    }

    /** As tests name them: {@code uploadImage 201}. */
    public String answer(int status) {
        return id() + " " + status;
    }

    /** All answers that are documented. */
    public List<String> answers() {
        List<String> answers = new ArrayList<>();
        node.path("responses").fieldNames().forEachRemaining(status -> answers.add(id() + " " + status));
        return answers;
    }

    public boolean has(int status) {
        return node.path("responses").has(Integer.toString(status));
    }

    /** Of these schemes a caller shows one. */
    Set<String> security() {
        Set<String> names = new TreeSet<>();
        node.path("security").forEach(requirement -> requirement.fieldNames().forEachRemaining(names::add));
        return names;
    }

    boolean matches(String wantedMethod, String wantedPath) {
        return method.equals(wantedMethod) && pattern().matcher(wantedPath).matches();
    }

    /** The literal path goes before the one with a parameter in its place. */
    int parameters() {
        return (int) PARAMETER.matcher(path).results().count();
    }

    private Pattern pattern() {
        StringBuilder pattern = new StringBuilder();
        int from = 0;
        for (Matcher parameter = PARAMETER.matcher(path); parameter.find(); from = parameter.end()) {
            pattern.append(Pattern.quote(path.substring(from, parameter.start())))
                    .append("[^/]+");
        }
        pattern.append(Pattern.quote(path.substring(from)));
        return Pattern.compile(pattern.toString());
    }

    /** The path, each parameter filled in with what is its documented example. */
    public String pathWith(String model) {
        String filled = path.replace("{model}", model);
        for (JsonNode parameter : node.path("parameters")) {
            if ("path".equals(parameter.path("in").asText())) {
                filled = filled.replace(
                        "{" + parameter.path("name").asText() + "}",
                        example(parameter).orElse("1"));
            }
        }
        return filled;
    }

    private static Optional<String> example(JsonNode parameter) {
        return Optional.of(parameter.path("example"))
                .filter(example -> !example.isMissingNode())
                .map(JsonNode::asText);
    }

    /** Media types of the request's body; empty when it has none. */
    public List<String> requestTypes() {
        List<String> types = new ArrayList<>();
        node.path("requestBody").path("content").fieldNames().forEachRemaining(types::add);
        return types;
    }

    /** The documented example of a body that is a JSON object and no form. */
    public Optional<String> requestExample() {
        return node.path("requestBody").path("content").properties().stream()
                .filter(type -> !type.getKey().startsWith("multipart/"))
                .flatMap(type -> Examples.of(type.getValue()).stream())
                .filter(JsonNode::isObject)
                .findFirst()
                .map(JsonNode::toString);
    }

    /** Whether it asks for a role; otherwise it tells its callers from strangers by itself. */
    boolean needsRole() {
        return node.has("x-hone-role");
    }
}
