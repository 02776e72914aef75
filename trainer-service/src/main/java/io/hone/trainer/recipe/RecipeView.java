package io.hone.trainer.recipe;

import io.hone.contracts.model.ModelName;
import io.hone.contracts.settings.Settings;
import io.hone.platform.settings.SettingsInForce;
import io.hone.platform.settings.SettingsInForce.KeyInForce;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The recipe that a model's next run follows: {@link SettingsInForce} under the name that people know.
 *
 * @param recipe the complete recipe: every key and its value
 */
public record RecipeView(
        ModelName model,
        long sequence,
        Optional<Instant> changedAt,
        Settings settings,
        Map<String, Object> recipe,
        List<KeyInForce> keys,
        Optional<String> contradiction) {

    static RecipeView of(SettingsInForce inForce) {
        return new RecipeView(
                inForce.model(),
                inForce.sequence(),
                inForce.changedAt(),
                inForce.settings(),
                inForce.values(),
                inForce.keys(),
                inForce.contradiction());
    }
}
