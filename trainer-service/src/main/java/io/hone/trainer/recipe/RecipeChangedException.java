package io.hone.trainer.recipe;

import io.hone.contracts.model.ModelName;

/** Somebody else has changed the recipe meanwhile. */
public final class RecipeChangedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RecipeChangedException(ModelName model, long expected, long found) {
        super(
                "the recipe of model '%s' was to be changed from change %d on, but change %d is in force: look at it and try again"
                        .formatted(model, expected, found));
    }
}
