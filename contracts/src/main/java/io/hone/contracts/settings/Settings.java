package io.hone.contracts.settings;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What somebody has set of a catalogue's keys; what is not set is left to others. As JSON, one flat object:
 * {@code {"kind": "partial", "rates.backbone": 0.001}}, which its {@link Catalogue} reads.
 */
public final class Settings {

    private final Catalogue<?> catalogue;
    private final Map<Key<?>, Object> values;

    Settings(Catalogue<?> catalogue, Map<Key<?>, Object> values) {
        Map<Key<?>, Object> ordered = new LinkedHashMap<>();
        for (Key<?> key : catalogue.keys()) {
            if (values.containsKey(key)) {
                ordered.put(key, values.get(key));
            }
        }
        this.catalogue = catalogue;
        this.values = Collections.unmodifiableMap(ordered);
    }

    /** These, and what only the others have set, which are of the same catalogue. */
    public Settings over(Settings others) {
        Map<Key<?>, Object> both = new LinkedHashMap<>(others.values);
        both.putAll(values);
        return new Settings(catalogue, both);
    }

    /** These, and the defaults of all other keys. */
    public Settings complete() {
        Map<Key<?>, Object> all = new LinkedHashMap<>();
        catalogue.keys().forEach(key -> all.put(key, get(key)));
        return new Settings(catalogue, all);
    }

    public boolean isEmpty() {
        return values.isEmpty();
    }

    public boolean has(Key<?> key) {
        return values.containsKey(key);
    }

    /** What is set, or else the key's default. */
    @SuppressWarnings("unchecked") // a key's value came from the key's own parser
    public <T> T get(Key<T> key) {
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
    public <T> Object written(Key<T> key) {
        return key.written(get(key));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Settings settings && settings.values.equals(values);
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
