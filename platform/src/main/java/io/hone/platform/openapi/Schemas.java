package io.hone.platform.openapi;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.RequestBody;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/**
 * Schemas of answers, as {@link io.hone.contracts.Json} writes them: what is absent is left out and never null, all else
 * is always there. Schemas that no operation speaks of are left out.
 */
final class Schemas {

    /** Lists that records of {@code contracts} leave out when they are empty; it knows no annotations that say so here. */
    private static final Set<String> LEFT_OUT = Set.of("Report.unasked");

    private static final String REFERENCE = "#/components/schemas/";

    private Schemas() {}

    /** @param optional components of records that may be absent, as {@code RunView.kind} */
    static void tidy(OpenAPI document, Set<String> optional) {
        Map<String, Schema> schemas = document.getComponents().getSchemas();
        Set<String> asked = reached(document, schemas, Schemas::request);
        Set<String> answered = reached(document, schemas, Schemas::answers);
        for (String name : List.copyOf(schemas.keySet())) {
            if (answered.contains(name)) {
                require(name, schemas.get(name), optional);
            } else if (!asked.contains(name)) {
                document.getComponents().removeSchema(name);
            }
        }
    }

    private static Set<String> reached(
            OpenAPI document, Map<String, Schema> schemas, Function<Operation, Stream<Content>> part) {
        Set<String> reached = new HashSet<>();
        document.getPaths().getPathItems().values().stream()
                .flatMap(item -> item.getOperations().values().stream())
                .flatMap(part)
                .filter(content -> content != null && content.getMediaTypes() != null)
                .flatMap(content -> content.getMediaTypes().values().stream())
                .map(MediaType::getSchema)
                .filter(Objects::nonNull)
                .forEach(schema -> reach(schema, schemas, reached));
        return reached;
    }

    private static void require(String owner, Schema schema, Set<String> optional) {
        if (schema.getProperties() == null || schema.getRequired() != null) {
            return;
        }
        List<String> required = new ArrayList<>();
        schema.getProperties().forEach((name, property) -> {
            String component = owner + "." + name;
            if (!isOptional(property) && !optional.contains(component) && !LEFT_OUT.contains(component)) {
                required.add(name);
            }
            require(component, property, optional);
        });
        schema.setRequired(required.isEmpty() ? null : required);
    }

    /** As an Optional is: or null. The null goes. */
    private static boolean isOptional(Schema property) {
        if (property.getType() != null && property.getType().contains(SchemaType.NULL)) {
            property.setType(property.getType().stream()
                    .filter(type -> type != SchemaType.NULL)
                    .toList());
            return true;
        }
        if (property.getAnyOf() != null && property.getAnyOf().stream().anyMatch(Schemas::isNull)) {
            property.getAnyOf().stream()
                    .filter(schema -> !isNull(schema))
                    .map(Schema::getRef)
                    .filter(Objects::nonNull)
                    .forEach(property::setRef);
            property.setAnyOf(null);
            return true;
        }
        return false;
    }

    private static boolean isNull(Schema schema) {
        return List.of(SchemaType.NULL).equals(schema.getType());
    }

    private static Stream<Content> request(Operation operation) {
        return Stream.ofNullable(operation.getRequestBody()).map(RequestBody::getContent);
    }

    private static Stream<Content> answers(Operation operation) {
        return operation.getResponses().getAPIResponses().values().stream().map(APIResponse::getContent);
    }

    private static void reach(Schema schema, Map<String, Schema> schemas, Set<String> reached) {
        if (schema.getRef() != null) {
            String name = schema.getRef().substring(REFERENCE.length());
            if (reached.add(name) && schemas.containsKey(name)) {
                reach(schemas.get(name), schemas, reached);
            }
        }
        Stream.of(list(schema.getAllOf()), list(schema.getAnyOf()), list(schema.getOneOf()), properties(schema))
                .flatMap(Collection::stream)
                .forEach(part -> reach(part, schemas, reached));
        Stream.of(schema.getItems(), schema.getAdditionalPropertiesSchema())
                .filter(Objects::nonNull)
                .forEach(part -> reach(part, schemas, reached));
    }

    private static Collection<Schema> list(List<Schema> schemas) {
        return schemas == null ? List.of() : schemas;
    }

    private static Collection<Schema> properties(Schema schema) {
        return schema.getProperties() == null
                ? List.of()
                : schema.getProperties().values();
    }
}
