package io.hone.registry.champion;

import io.hone.contracts.ObjectKeys;
import io.hone.contracts.model.ModelName;
import io.hone.registry.store.ObjectChain;
import io.hone.registry.store.ObjectStore;
import java.util.List;
import java.util.Optional;

/** Each promotion is one object; the one of the highest number is the champion. */
public final class ChampionChain {

    private final ObjectChain<ChampionEntry> chain;

    public ChampionChain(ObjectStore store) {
        this.chain = new ObjectChain<>(store, ChampionEntry.class);
    }

    /** Empty when the model is not registered. */
    public Optional<ChampionEntry> head(ModelName model) {
        return chain.head(ObjectKeys.champions(model));
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
}
