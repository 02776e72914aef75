package io.hone.trainer.recipe;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.hone.contracts.model.ModelName;
import io.hone.contracts.recipe.RecipeKey;
import io.hone.contracts.recipe.RecipeKeys;
import io.hone.contracts.recipe.RecipeSettings;
import io.hone.registry.recipe.GivenSettings;
import io.hone.registry.recipe.InvalidSettingException;
import io.hone.registry.recipe.RecipeEntry;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The recipe that a model's next run follows.
 *
 * @param sequence number of the last change of the model's own settings; 0 when there was none
 * @param changedAt when that was
 * @param settings the model's own, as they were given
 * @param recipe the complete recipe: every key and its value
 * @param keys the same, key by key, and who says so
 * @param contradiction why no run can follow it: the trainer's configuration has changed since the model's own
 */
public record RecipeView(
        ModelName model,
        long sequence,
        Optional<Instant> changedAt,
        RecipeSettings settings,
        Map<String, Object> recipe,
        List<KeyInForce> keys,
        Optional<String> contradiction) {

    public RecipeView {
        recipe = new LinkedHashMap<>(recipe);
        keys = List.copyOf(keys);
    }

    /** @param range what the value may be, for people */
    public record KeyInForce(
            String key,
            Object value,
            Source from,
            @JsonProperty("default") Object byDefault,
            String range,
            String meaning) {}

    static RecipeView of(ModelName model, Optional<RecipeEntry> entry, RecipeSettings trainer) {
        RecipeSettings own = entry.map(RecipeEntry::settings).orElse(RecipeSettings.NONE);
        RecipeSettings both = own.over(trainer);
        Map<String, Object> recipe = new LinkedHashMap<>();
        RecipeKeys.all().forEach(key -> recipe.put(key.name(), both.written(key)));
        return new RecipeView(
                model,
                entry.map(RecipeEntry::sequence).orElse(0L),
                entry.map(RecipeEntry::at),
                own,
                recipe,
                RecipeKeys.all().stream()
                        .map(key -> key(key, both, Source.of(key, own, trainer)))
                        .toList(),
                contradiction(own, trainer));
    }

    private static <T> KeyInForce key(RecipeKey<T> key, RecipeSettings settings, Source from) {
        return new KeyInForce(
                key.name(), settings.written(key), from, key.written(key.byDefault()), key.range(), key.meaning());
    }

    private static Optional<String> contradiction(RecipeSettings own, RecipeSettings trainer) {
        try {
            GivenSettings.over(trainer, own);
            return Optional.empty();
        } catch (InvalidSettingException e) {
            return Optional.of(e.getMessage());
        }
    }
}
