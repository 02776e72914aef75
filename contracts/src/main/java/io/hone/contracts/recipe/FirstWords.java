package io.hone.contracts.recipe;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The form that recipes had before keys were flat: {@code {"length": {"unit": "epochs", "count": 3}, "batchSize": 64,
 * "replayShare": 0.3, …}}. What it did not know was another default then.
 */
final class FirstWords {

    private static final Map<String, Object> THEN = Map.of(
            "schedule.name", "constant", "optimizer.decay-all", true, "validation.share", 0, "new-classes.images", 0);

    private FirstWords() {}

    static Map<String, Object> translated(Map<String, Object> json) {
        if (!(json.get("length") instanceof Map<?, ?> length)) {
            return json;
        }
        Map<String, Object> flat = new LinkedHashMap<>(THEN);
        json.forEach((name, value) -> {
            if (value instanceof Map<?, ?> group) {
                group.forEach((key, inner) -> flat.put(name + "." + hyphenated(key), inner));
            } else {
                flat.put(hyphenated(name), value);
            }
        });
        flat.put(String.valueOf(length.get("unit")), length.get("count"));
        flat.put("replay.share", json.get("replayShare"));
        return flat;
    }

    /** {@code cropPadding} becomes {@code crop-padding}. */
    private static String hyphenated(Object name) {
        return String.valueOf(name).replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }
}
