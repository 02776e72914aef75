package io.hone.registry.recipe;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.hone.contracts.Json;
import io.hone.contracts.recipe.Recipe;
import io.hone.contracts.recipe.RecipeKey;
import io.hone.contracts.recipe.RecipeKeys;
import io.hone.contracts.recipe.RecipeSettings;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** Recipe settings as people give them, in JSON: {@code {"kind": "partial", "rates.backbone": 0.001}}. */
public final class GivenSettings {

    static final String WHOLE = "recipe";

    private static final String FORM = "one JSON object of keys and values, such as {\"epochs\": 3}";

    private GivenSettings() {}

    /** @throws InvalidSettingException if it is no such object, a key is unknown, or a value out of its range */
    public static RecipeSettings parse(String json) {
        Map<String, String> texts = new LinkedHashMap<>();
        object(json).forEach((name, value) -> texts.put(name, checked(name, String.valueOf(value))));
        return RecipeSettings.of(texts);
    }

    /**
     * These settings over those that hold where nothing is set.
     *
     * @throws InvalidSettingException if the settings contradict each other
     */
    public static Recipe over(RecipeSettings defaults, RecipeSettings settings) {
        try {
            return new Recipe(settings.over(defaults));
        } catch (IllegalArgumentException e) {
            throw new InvalidSettingException(
                    WHOLE, settings.toString(), "settings that go together", e.getMessage(), e);
        }
    }

    private static Map<String, Object> object(String json) {
        try {
            Map<?, ?> read = Json.read(json.getBytes(StandardCharsets.UTF_8), Map.class);
            if (read == null) {
                throw noObject(json, "it is null", null);
            }
            Map<String, Object> object = new LinkedHashMap<>();
            read.forEach((name, value) -> object.put(String.valueOf(name), value));
            return object;
        } catch (UncheckedIOException e) {
            throw noObject(json, reason(e.getCause()), e);
        }
    }

    private static String checked(String name, String value) {
        RecipeKey<?> key = RecipeKeys.find(name)
                .orElseThrow(() -> new InvalidSettingException(
                        name,
                        value,
                        "a recipe key",
                        "there is no recipe key '%s'; docs/configuration.md lists them all".formatted(name),
                        null));
        try {
            key.parse(value);
            return value;
        } catch (IllegalArgumentException e) {
            throw new InvalidSettingException(name, value, key.range(), e.getMessage(), e);
        }
    }

    private static InvalidSettingException noObject(String json, String reason, Throwable cause) {
        return new InvalidSettingException(WHOLE, json, FORM, "recipe must be %s: %s".formatted(FORM, reason), cause);
    }

    private static String reason(Throwable failure) {
        return failure instanceof JsonProcessingException parsing ? parsing.getOriginalMessage() : failure.getMessage();
    }
}
