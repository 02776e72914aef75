package io.hone.cli.push.source;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A row of a list.
 *
 * @param number from 1, for messages
 * @param values by column, whose names are in lower case
 * @param problem why there are no values
 */
record Row(long number, Map<String, String> values, Optional<String> problem) {

    Row {
        values = Map.copyOf(values);
    }

    static Row of(long number, Map<String, String> values) {
        return new Row(number, values, Optional.empty());
    }

    static Row broken(long number, String problem) {
        return new Row(number, Map.of(), Optional.of(problem));
    }

    /** What of an object's fields is text, number or truth. */
    static Map<String, String> scalars(JsonNode object) {
        Map<String, String> values = new HashMap<>();
        object.properties().stream()
                .filter(field ->
                        field.getValue().isValueNode() && !field.getValue().isNull())
                .forEach(field -> values.put(
                        field.getKey().toLowerCase(Locale.ROOT),
                        field.getValue().asText()));
        return values;
    }
}
