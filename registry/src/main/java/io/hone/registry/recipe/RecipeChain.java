package io.hone.registry.recipe;

import io.hone.contracts.ObjectKeys;
import io.hone.contracts.model.ModelName;
import io.hone.contracts.recipe.RecipeSettings;
import io.hone.registry.store.ObjectChain;
import io.hone.registry.store.ObjectStore;
import java.util.List;
import java.util.Optional;

/** What has been set about the recipes of models: each change is one object, the one of the highest number in force. */
public final class RecipeChain {

    private final ObjectChain<RecipeEntry> chain;

    public RecipeChain(ObjectStore store) {
        this.chain = new ObjectChain<>(store, RecipeEntry.class);
    }

    /** Empty when nothing was ever set about the model's recipe. */
    public Optional<RecipeEntry> head(ModelName model) {
        return chain.head(ObjectKeys.recipes(model));
    }

    /** The model's own settings in force. */
    public RecipeSettings settings(ModelName model) {
        return head(model).map(RecipeEntry::settings).orElse(RecipeSettings.NONE);
    }

    /** Oldest first. */
    public List<RecipeEntry> history(ModelName model) {
        return chain.history(ObjectKeys.recipes(model));
    }

    /**
     * Of any number of callers that append an entry with the same sequence, exactly one succeeds; appending the very same
     * entry again succeeds again.
     *
     * @return whether this entry stands in the chain under its sequence
     */
    public boolean append(RecipeEntry entry) {
        return chain.append(ObjectKeys.recipe(entry.model(), entry.sequence()), entry);
    }
}
