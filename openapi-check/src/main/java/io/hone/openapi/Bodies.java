package io.hone.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Holds bodies against the schemas of a document. Stricter than the document: what an answer tells and the schema does
 * not name is a mistake here, where clients must read over it.
 */
final class Bodies {

    private static final String DIALECT = "https://json-schema.org/draft/2020-12/schema";
    private static final String COMPONENTS = "#/components/schemas/";
    private static final String DEFINITIONS = "#/$defs/";
    private static final JsonSchemaFactory FACTORY = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);
    private static final SchemaValidatorsConfig CONFIG =
            SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();

    private final JsonNode definitions;
    private final Map<JsonNode, JsonSchema> schemas = new ConcurrentHashMap<>();

    Bodies(JsonNode schemas) {
        this.definitions = closed(schemas.deepCopy());
    }

    /** What is wrong with it; empty when nothing is. */
    List<String> mistakes(JsonNode schema, JsonNode body) {
        return schemas.computeIfAbsent(schema, this::compiled).validate(body).stream()
                .map(ValidationMessage::getMessage)
                .toList();
    }

    private JsonSchema compiled(JsonNode schema) {
        ObjectNode whole = JsonNodeFactory.instance.objectNode();
        whole.put("$schema", DIALECT);
        whole.set("$defs", definitions);
        whole.setAll((ObjectNode) closed(schema.deepCopy()));
        return FACTORY.getSchema(whole, CONFIG);
    }

    /** An object with named properties has no others, unless it says so. References lead to where the schemas lie here. */
    private static JsonNode closed(JsonNode node) {
        node.forEach(Bodies::closed);
        if (node instanceof ObjectNode object && object.path("$ref").isTextual()) {
            object.put("$ref", object.get("$ref").asText().replace(COMPONENTS, DEFINITIONS));
        }
        if (node instanceof ObjectNode object
                && object.path("properties").isObject()
                && !object.has("additionalProperties")) {
            object.put("additionalProperties", false);
        }
        return node;
    }
}
