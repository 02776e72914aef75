package io.hone.trainer.recipe;

import io.hone.contracts.Checks;
import io.hone.contracts.recipe.Recipe;
import io.hone.contracts.recipe.RecipeKey;
import io.hone.contracts.recipe.RecipeKeys;
import io.hone.contracts.recipe.RecipeSettings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.Config;

/**
 * What this trainer's configuration says about recipes, under {@code hone.recipe.*}; it holds for every model that sets
 * nothing else.
 */
public record RecipeDefaults(RecipeSettings settings) {

    /** @throws IllegalArgumentException if settings contradict each other */
    public RecipeDefaults {
        new Recipe(Checks.present("settings", settings));
    }

    /**
     * @throws IllegalArgumentException if there are keys that nobody knows or values out of their range, naming all of
     *     them; or if settings contradict each other
     */
    public static RecipeDefaults of(Config config) {
        List<String> wrong = new ArrayList<>(new ConfiguredNames(config).unknown());
        Map<String, String> values = new LinkedHashMap<>();
        for (RecipeKey<?> key : RecipeKeys.all()) {
            config.getOptionalValue(RecipeKey.PREFIX + key.name(), String.class).ifPresent(text -> {
                values.put(key.name(), text);
                wrong.addAll(problems(key, text));
            });
        }
        if (!wrong.isEmpty()) {
            throw new IllegalArgumentException("the trainer's configuration is not valid: " + String.join("; ", wrong));
        }
        return new RecipeDefaults(RecipeSettings.of(values));
    }

    private static List<String> problems(RecipeKey<?> key, String text) {
        try {
            key.parse(text);
            return List.of();
        } catch (IllegalArgumentException e) {
            return List.of("%s%s (%s)".formatted(RecipeKey.PREFIX, e.getMessage(), ConfiguredNames.variable(key)));
        }
    }
}
