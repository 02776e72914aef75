package io.hone.registry.recipe;

import com.fasterxml.jackson.databind.util.StdConverter;
import io.hone.contracts.recipe.RecipeKeys;
import io.hone.contracts.recipe.RecipeSettings;
import java.util.LinkedHashMap;
import java.util.Map;

/** Keys of a newer writer are read over, as everywhere in the bucket. */
final class KnownSettings extends StdConverter<Map<String, Object>, RecipeSettings> {

    @Override
    public RecipeSettings convert(Map<String, Object> json) {
        Map<String, Object> known = new LinkedHashMap<>(json);
        known.keySet().removeIf(name -> RecipeKeys.find(name).isEmpty());
        return RecipeSettings.of(known);
    }
}
