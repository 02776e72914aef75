package io.hone.registry.store;

import io.hone.contracts.Json;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.function.Function;

/**
 * Pointer, history and audit in one: each change is one object under the next number, created only if nobody else has
 * created it. The highest number is in force; no object is ever overwritten.
 *
 * @param <E> what the objects hold, as JSON; each must name its writer, see {@link ObjectStore#createIfAbsent}
 */
public final class ObjectChain<E> {

    private final ObjectStore store;
    private final Function<byte[], E> reader;

    public ObjectChain(ObjectStore store, Class<E> type) {
        this(store, json -> Json.read(json, type));
    }

    /** @param reader of one object's JSON */
    public ObjectChain(ObjectStore store, Function<byte[], E> reader) {
        this.store = store;
        this.reader = reader;
    }

    /** @param prefix of the chain's keys, which differ only in their numbers, written with the same number of digits */
    public Optional<E> head(String prefix) {
        SortedSet<String> keys = NumberedKeys.under(store, prefix);
        return keys.isEmpty() ? Optional.empty() : Optional.of(entry(keys.last()));
    }

    /** Oldest first. */
    public List<E> history(String prefix) {
        return NumberedKeys.under(store, prefix).stream().map(this::entry).toList();
    }

    /**
     * Of any number of callers that append under the same key, exactly one succeeds; appending the very same entry again
     * succeeds again.
     *
     * @return whether this entry stands in the chain under its key
     */
    public boolean append(String key, E entry) {
        return store.createIfAbsent(key, Json.writePretty(entry), "application/json");
    }

    private E entry(String key) {
        return store.read(key)
                .map(reader)
                .orElseThrow(() -> new IllegalStateException(
                        "'%s' was removed; entries of a chain must never be removed".formatted(key)));
    }
}
