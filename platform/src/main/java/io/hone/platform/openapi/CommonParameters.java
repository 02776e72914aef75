package io.hone.platform.openapi;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/** Parameters that mean the same wherever they stand. */
final class CommonParameters {

    private record Meaning(String description, Object example) {}

    private static final Map<String, Meaning> MEANINGS = Map.of(
            "model", new Meaning("the model's name: 1 to 64 lower-case letters, digits, - and _", "plants"),
            "version", new Meaning("the number of a version of the model", 2),
            "reason",
                    new Meaning(
                            "why it is changed, kept with the change: one line of at most 1000 characters", "night"),
            "If-Match", new Meaning("the ETag of an answer before: 412 if it was changed since", "\"3\""),
            "Idempotency-Key",
                    new Meaning(
                            "what no other request has: the same request sent again is answered as the first was",
                            "5f0c1f7e"));

    private CommonParameters() {}

    /** What the resource itself says goes first. */
    static void describe(Operation operation) {
        if (operation.getParameters() == null) {
            operation.setParameters(List.of());
        }
        operation.getParameters().stream()
                .filter(parameter -> MEANINGS.containsKey(parameter.getName()))
                .forEach(CommonParameters::describe);
    }

    private static void describe(Parameter parameter) {
        Meaning meaning = MEANINGS.get(parameter.getName());
        if (parameter.getDescription() == null) {
            parameter.setDescription(meaning.description());
        }
        if (parameter.getExample() == null && parameter.getExamples() == null) {
            parameter.setExample(meaning.example());
        }
    }
}
