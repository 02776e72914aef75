package io.hone.trainer.recipe;

import io.hone.contracts.model.ModelName;
import io.hone.contracts.recipe.Recipe;
import io.hone.contracts.recipe.RecipeKeys;
import io.hone.contracts.settings.Key;
import io.hone.contracts.settings.Settings;
import io.hone.registry.ModelRegistry;
import io.hone.registry.settings.InvalidSettingException;
import io.hone.registry.version.Manifest;
import io.hone.trainer.finetune.Base;
import io.hone.vision.archive.TorchScriptArchive;
import io.hone.vision.classifier.LayerRates;
import java.nio.file.Path;
import java.util.Set;

/** Whether the layers that a recipe names are there: said when it is set, and not weeks later by the next run. */
public final class ChampionNetwork {

    private final ModelRegistry registry;
    private final Path directory;

    /** @param directory where the trainer's bases lie */
    public ChampionNetwork(ModelRegistry registry, Path directory) {
        this.registry = registry;
        this.directory = directory;
    }

    /**
     * @param given what is to be set; the network is looked at only if it names layers
     * @param recipe that these make
     * @throws InvalidSettingException if a layer that is named is not there
     */
    void require(ModelName model, Settings given, Recipe recipe) {
        if (!given.has(RecipeKeys.FROZEN) && !given.has(RecipeKeys.MULTIPLIERS)) {
            return;
        }
        Manifest champion = registry.championManifest(model);
        Base base = Base.of(registry.versions().download(champion, directory), champion);
        TorchScriptArchive archive = base.archive();
        check(RecipeKeys.FROZEN, recipe, () -> recipe.get(RecipeKeys.FROZEN)
                .among(archive.layers(), base.head().module()));
        check(
                RecipeKeys.MULTIPLIERS,
                recipe,
                () -> LayerRates.of(archive.tensors(), base.head(), recipe.rates(), Set.of()));
    }

    private static <T> void check(Key<T> key, Recipe recipe, Runnable check) {
        try {
            check.run();
        } catch (IllegalArgumentException e) {
            throw new InvalidSettingException(
                    key.name(), String.valueOf(recipe.get(key)), "layers of the champion", e.getMessage(), e);
        }
    }
}
