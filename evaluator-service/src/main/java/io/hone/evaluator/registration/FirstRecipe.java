package io.hone.evaluator.registration;

import io.hone.contracts.model.ModelSettings;
import io.hone.contracts.recipe.RecipeSettings;
import io.hone.registry.recipe.RecipeChain;
import io.hone.registry.recipe.RecipeEntry;

/** Writes down the recipe that a model is registered with. */
final class FirstRecipe {

    private final RecipeChain chain;
    private final String actor;

    FirstRecipe(RecipeChain chain, String actor) {
        this.chain = chain;
        this.actor = actor;
    }

    /** The registration of another base that died half-way may have left a recipe: it gives way to this one. */
    void set(ModelSettings model, RecipeSettings settings, String writer) {
        while (!chain.settings(model.model()).equals(settings)) {
            long last = chain.head(model.model()).map(RecipeEntry::sequence).orElse(0L);
            chain.append(new RecipeEntry(
                    model.model(), last + 1, model.registeredAt(), settings, actor, "given at registration", writer));
        }
    }
}
