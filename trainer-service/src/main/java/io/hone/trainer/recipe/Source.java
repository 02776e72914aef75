package io.hone.trainer.recipe;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.hone.contracts.recipe.RecipeKey;
import io.hone.contracts.recipe.RecipeSettings;

/** Who says what a key of a recipe is. */
public enum Source {
    /** Nobody: it is the key's own default. */
    @JsonProperty("default")
    DEFAULT,
    /** The trainer's configuration. */
    @JsonProperty("trainer")
    TRAINER,
    /** The model's own settings. */
    @JsonProperty("model")
    MODEL;

    static Source of(RecipeKey<?> key, RecipeSettings model, RecipeSettings trainer) {
        if (model.has(key)) {
            return MODEL;
        }
        return trainer.has(key) ? TRAINER : DEFAULT;
    }
}
