package io.hone.evaluator.registration;

import io.hone.contracts.model.ModelSettings;
import io.hone.contracts.recipe.RecipeKeys;
import io.hone.contracts.settings.Settings;
import io.hone.registry.ModelRegistry;
import io.hone.registry.settings.SettingsChain;
import io.hone.registry.settings.SettingsEntry;
import java.util.List;

/** Writes down the recipe that a model is registered with, and never changes that of one that is registered. */
final class FirstRecipe {

    private final ModelRegistry registry;
    private final SettingsChain chain;
    private final String actor;

    FirstRecipe(ModelRegistry registry, String actor) {
        this.registry = registry;
        this.chain = registry.recipes();
        this.actor = actor;
    }

    /**
     * The registration of another base that died half-way may have left a recipe: it gives way to this one. Nothing is
     * written once the model is registered.
     */
    void set(ModelSettings model, Settings settings, String writer) {
        while (!chain.settings(model.model()).equals(settings)) {
            long last = chain.head(model.model()).map(SettingsEntry::sequence).orElse(0L);
            if (registry.champions().head(model.model()).isPresent()) {
                return;
            }
            append(model, last + 1, settings, "given at registration", writer);
        }
    }

    /** Of a registration that came too late: what it wrote in the moment before another one was done gives way again. */
    void takeBack(ModelSettings model, String writer) {
        List<SettingsEntry> history = chain.history(model.model());
        int last = history.size() - 1;
        if (last >= 0 && history.get(last).writer().equals(writer)) {
            Settings before =
                    last == 0 ? RecipeKeys.NONE : history.get(last - 1).settings();
            append(
                    model,
                    history.get(last).sequence() + 1,
                    before,
                    "the registration that changed it was refused",
                    writer);
        }
    }

    private void append(ModelSettings model, long sequence, Settings settings, String reason, String writer) {
        chain.append(new SettingsEntry(model.model(), sequence, model.registeredAt(), settings, actor, reason, writer));
    }
}
