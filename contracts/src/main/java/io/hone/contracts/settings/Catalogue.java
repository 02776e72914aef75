package io.hone.contracts.settings;

import static java.util.stream.Collectors.joining;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Everything that can be set about one subject, such as a recipe: by its service's configuration for all models, and for
 * one model alone.
 *
 * @param <T> what settings make when every key has a value
 */
public final class Catalogue<T> {

    private final String subject;
    private final String service;
    private final List<Key<?>> keys;
    private final Function<Settings, T> making;

    /**
     * @param subject one word, such as {@code recipe}
     * @param service whose configuration sets it, such as {@code trainer}
     * @param keys in the order in which people want to read them
     * @param making throws {@code IllegalArgumentException} if settings contradict each other
     */
    public Catalogue(String subject, String service, List<Key<?>> keys, Function<Settings, T> making) {
        this.subject = subject;
        this.service = service;
        this.keys = List.copyOf(keys);
        this.making = making;
    }

    public String subject() {
        return subject;
    }

    public String service() {
        return service;
    }

    /** What the keys' names follow in the service's configuration. */
    public String prefix() {
        return "hone." + subject + ".";
    }

    public List<Key<?>> keys() {
        return keys;
    }

    public Optional<Key<?>> find(String name) {
        return keys.stream().filter(key -> key.name().equals(name)).findFirst();
    }

    /** Nothing is set. */
    public Settings none() {
        return new Settings(this, Map.of());
    }

    /**
     * @param values numbers, flags and texts by the keys' names
     * @throws IllegalArgumentException if a key is unknown or a value out of its range; the message names it
     */
    public Settings settings(Map<String, ?> values) {
        Map<Key<?>, Object> parsed = new LinkedHashMap<>();
        values.forEach((name, value) -> {
            Key<?> key = find(name).orElseThrow(() -> unknown(name));
            parsed.put(key, key.parse(String.valueOf(value)));
        });
        return new Settings(this, parsed);
    }

    /** The same, but keys of a newer writer are read over, as everywhere in the bucket. */
    public Settings known(Map<String, ?> values) {
        Map<String, Object> known = new LinkedHashMap<>(values);
        known.keySet().removeIf(name -> find(name).isEmpty());
        return settings(known);
    }

    /** @throws IllegalArgumentException if the settings contradict each other */
    public T make(Settings settings) {
        return making.apply(settings);
    }

    private IllegalArgumentException unknown(String name) {
        return new IllegalArgumentException("there is no %s key '%s'; the keys are %s"
                .formatted(subject, name, keys.stream().map(Key::name).collect(joining(", "))));
    }
}
