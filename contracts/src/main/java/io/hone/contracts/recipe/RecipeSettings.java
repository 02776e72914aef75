package io.hone.contracts.recipe;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What somebody has set about a recipe; what is not set is left to others. As JSON, one flat object:
 * {@code {"kind": "partial", "rates.backbone": 0.001}}.
 */
public final class RecipeSettings {

    public static final RecipeSettings NONE = new RecipeSettings(Map.of());

    private final Map<RecipeKey<?>, Object> values;

    private RecipeSettings(Map<RecipeKey<?>, Object> values) {
        Map<RecipeKey<?>, Object> ordered = new LinkedHashMap<>();
        for (RecipeKey<?> key : RecipeKeys.all()) {
            if (values.containsKey(key)) {
                ordered.put(key, values.get(key));
            }
        }
        this.values = Collections.unmodifiableMap(ordered);
    }

    /**
     * @param settings numbers, flags and texts by the keys' names
     * @throws IllegalArgumentException if a key is unknown or a value out of its range; the message names it
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static RecipeSettings of(Map<String, ?> settings) {
        Map<RecipeKey<?>, Object> values = new LinkedHashMap<>();
        settings.forEach((name, value) -> {
            RecipeKey<?> key = RecipeKeys.find(name).orElseThrow(() -> unknown(name));
            values.put(key, key.parse(String.valueOf(value)));
        });
        return new RecipeSettings(values);
    }

    private static IllegalArgumentException unknown(String name) {
        return new IllegalArgumentException("there is no recipe key '%s'; the keys are %s"
                .formatted(name, RecipeKeys.all().stream().map(RecipeKey::name).collect(joining(", "))));
    }

    /** These, and what only the others have set. */
    public RecipeSettings over(RecipeSettings others) {
        Map<RecipeKey<?>, Object> both = new LinkedHashMap<>(others.values);
        both.putAll(values);
        return new RecipeSettings(both);
    }

    /** These, and the defaults of all other keys. */
    RecipeSettings complete() {
        Map<RecipeKey<?>, Object> all = new LinkedHashMap<>();
        RecipeKeys.all().forEach(key -> all.put(key, get(key)));
        return new RecipeSettings(all);
    }

    public boolean has(RecipeKey<?> key) {
        return values.containsKey(key);
    }

    /** What is set, or else the key's default. */
    @SuppressWarnings("unchecked") // a key's value came from the key's own parser
    public <T> T get(RecipeKey<T> key) {
        return Optional.ofNullable((T) values.get(key)).orElse(key.byDefault());
    }

    /** By the keys' names, in the keys' order. */
    @JsonValue
    public Map<String, Object> written() {
        Map<String, Object> written = new LinkedHashMap<>();
        values.keySet().forEach(key -> written.put(key.name(), written(key)));
        return written;
    }

    /** As it stands in JSON, whether set or by default. */
    public <T> Object written(RecipeKey<T> key) {
        return key.written(get(key));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RecipeSettings settings && settings.values.equals(values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    @Override
    public String toString() {
        return written().toString();
    }
}
