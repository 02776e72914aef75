package io.hone.registry.champion;

import io.hone.contracts.Json;
import io.hone.contracts.ObjectKeys;
import io.hone.contracts.model.ModelName;
import io.hone.registry.store.NumberedKeys;
import io.hone.registry.store.ObjectChain;
import io.hone.registry.store.ObjectStore;
import java.util.List;
import java.util.Optional;

/** Each move of the champion is one object; the one of the highest number is the champion. */
public final class ChampionChain {

    private final ObjectStore store;
    private final ObjectChain<ChampionEntry> chain;

    public ChampionChain(ObjectStore store) {
        this.store = store;
        this.chain = new ObjectChain<>(store, ChampionEntry.class);
    }

    /** Empty when the model is not registered. */
    public Optional<ChampionEntry> head(ModelName model) {
        return chain.head(ObjectKeys.champions(model));
    }

    /** The number of the last entry, 0 when the model is not registered. Reads no object. */
    public long sequence(ModelName model) {
        return NumberedKeys.last(store, ObjectKeys.champions(model));
    }

    public Optional<ChampionEntry> find(ModelName model, long sequence) {
        return store.read(ObjectKeys.champion(model, sequence)).map(bytes -> Json.read(bytes, ChampionEntry.class));
    }

    /** Oldest first. */
    public List<ChampionEntry> history(ModelName model) {
        return chain.history(ObjectKeys.champions(model));
    }

    /**
     * Of any number of callers that append an entry with the same sequence, exactly one succeeds; appending the very same
     * entry again succeeds again.
     *
     * @return whether this entry stands in the chain under its sequence
     */
    public boolean append(ChampionEntry entry) {
        return chain.append(ObjectKeys.champion(entry.model(), entry.sequence()), entry);
    }

    /** The number up to which everybody has been told of the entries; 0 while of none. */
    public long toldUpTo(ModelName model) {
        return NumberedKeys.last(store, ObjectKeys.championsTold(model));
    }

    /** Marks that everybody has been told of the entry; those before it must have been told first. */
    public void markTold(ChampionEntry entry) {
        // Whoever writes it writes the same: it does not matter who was first.
        store.createIfAbsent(
                ObjectKeys.championTold(entry.model(), entry.sequence()),
                Json.write(new Told(entry.sequence())),
                "application/json");
    }

    private record Told(long sequence) {}
}
