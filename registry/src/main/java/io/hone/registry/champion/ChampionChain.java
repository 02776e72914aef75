package io.hone.registry.champion;

import io.hone.contracts.Json;
import io.hone.contracts.ObjectKeys;
import io.hone.contracts.model.ModelName;
import io.hone.registry.store.ObjectStore;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/**
 * Pointer, history and audit in one: each promotion is one object under the next number, created only if nobody else has
 * created it. The highest number is the champion; no object is ever overwritten.
 */
public final class ChampionChain {

    private final ObjectStore store;

    public ChampionChain(ObjectStore store) {
        this.store = store;
    }

    /** Empty when the model is not registered. */
    public Optional<ChampionEntry> head(ModelName model) {
        SortedSet<String> keys = store.keys(ObjectKeys.champions(model));
        return keys.isEmpty() ? Optional.empty() : Optional.of(entry(keys.last()));
    }

    /** Oldest first. */
    public List<ChampionEntry> history(ModelName model) {
        return store.keys(ObjectKeys.champions(model)).stream().map(this::entry).toList();
    }

    /**
     * Of any number of callers that append an entry with the same sequence, exactly one succeeds; appending the very same
     * entry again succeeds again.
     *
     * @return whether this entry stands in the chain under its sequence
     */
    public boolean append(ChampionEntry entry) {
        return store.createIfAbsent(
                ObjectKeys.champion(entry.model(), entry.sequence()), Json.writePretty(entry), "application/json");
    }

    private ChampionEntry entry(String key) {
        return store.read(key)
                .map(bytes -> Json.read(bytes, ChampionEntry.class))
                .orElseThrow(() -> new IllegalStateException(
                        "champion entry '%s' was removed; entries must never be removed".formatted(key)));
    }
}
