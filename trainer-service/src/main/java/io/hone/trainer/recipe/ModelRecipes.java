package io.hone.trainer.recipe;

import io.hone.contracts.model.ModelName;
import io.hone.contracts.recipe.Recipe;
import io.hone.contracts.recipe.RecipeSettings;
import io.hone.registry.recipe.GivenSettings;
import io.hone.registry.recipe.InvalidSettingException;
import io.hone.registry.recipe.RecipeChain;
import io.hone.registry.recipe.RecipeEntry;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Recipes in force: a model's own settings, over the trainer's, over the keys' defaults. */
public final class ModelRecipes {

    private static final Logger LOG = LoggerFactory.getLogger(ModelRecipes.class);

    private final RecipeChain chain;
    private final RecipeSettings trainer;
    private final InstantSource clock;

    public ModelRecipes(RecipeChain chain, RecipeDefaults defaults, InstantSource clock) {
        this.chain = chain;
        this.trainer = defaults.settings();
        this.clock = clock;
    }

    /**
     * What a run that starts now follows.
     *
     * @throws InvalidSettingException if the model's settings contradict the trainer's, which have changed since
     */
    public Recipe of(ModelName model) {
        return GivenSettings.over(trainer, chain.settings(model));
    }

    RecipeView view(ModelName model) {
        return RecipeView.of(model, chain.head(model), trainer);
    }

    /** Oldest first. */
    List<RecipeEntry> history(ModelName model) {
        return chain.history(model);
    }

    /**
     * From the next run on, {@code settings} are all that is set for the model. Setting what holds already changes
     * nothing.
     *
     * @param expected number of the change that {@code settings} were made from; empty to replace any
     * @throws InvalidSettingException if the settings contradict each other or the trainer's
     * @throws RecipeChangedException if another change is in force than the expected one
     */
    void change(ModelName model, RecipeSettings settings, OptionalLong expected, String actor, String reason) {
        GivenSettings.over(trainer, settings);
        String writer = "recipe-" + UUID.randomUUID();
        while (true) {
            Optional<RecipeEntry> head = chain.head(model);
            long sequence = head.map(RecipeEntry::sequence).orElse(0L);
            if (expected.isPresent() && expected.getAsLong() != sequence) {
                throw new RecipeChangedException(model, expected.getAsLong(), sequence);
            }
            if (head.map(RecipeEntry::settings).orElse(RecipeSettings.NONE).equals(settings)) {
                return;
            }
            RecipeEntry next = new RecipeEntry(
                    model,
                    sequence + 1,
                    clock.instant().truncatedTo(ChronoUnit.MILLIS),
                    settings,
                    actor,
                    reason,
                    writer);
            if (chain.append(next)) {
                LOG.info("recipe changed: model={} sequence={} settings={}", model, next.sequence(), settings);
                return;
            }
        }
    }
}
