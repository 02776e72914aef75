package io.hone.evaluator.registration;

import io.hone.contracts.Checks;
import io.hone.contracts.Json;
import io.hone.contracts.Sha256;
import io.hone.contracts.model.Classes;
import io.hone.contracts.model.ModelName;
import io.hone.contracts.model.ModelSettings;
import io.hone.contracts.model.Preprocessing;
import io.hone.contracts.recipe.RecipeKeys;
import io.hone.contracts.settings.Settings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A model as somebody wants it registered.
 *
 * @param classes in the order of the network's outputs
 * @param holdOutFraction share of images never trained on, 0.01 to 0.9
 * @param recipe how its runs train, so far as it is said
 */
public record NewModel(
        ModelName name,
        Classes classes,
        Preprocessing preprocessing,
        double holdOutFraction,
        NewBase base,
        Settings recipe) {

    public NewModel {
        Checks.present("name", name);
        Checks.present("classes", classes);
        Checks.present("preprocessing", preprocessing);
        Checks.present("base", base);
        Checks.present("recipe", recipe);
    }

    ModelSettings settings(Instant registeredAt) {
        return new ModelSettings(name, holdOutFraction, registeredAt);
    }

    /**
     * SHA-256 over all that makes the model: the same request again has the same, any other has another. What is not
     * asked for does not count, so that what was registered before it could be asked for stays the same.
     */
    String digest() {
        List<Object> parts = new ArrayList<>(List.of(base.sha256(), classes, preprocessing));
        Map<String, Object> changes = base.changes();
        if (!changes.isEmpty()) {
            parts.add(changes);
        }
        if (!recipe.equals(RecipeKeys.NONE)) {
            parts.add(recipe);
        }
        return Sha256.of(Json.write(parts));
    }
}
