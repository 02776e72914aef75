package io.hone.registry.settings;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.hone.contracts.Json;
import io.hone.contracts.settings.Catalogue;
import io.hone.contracts.settings.Key;
import io.hone.contracts.settings.Settings;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** Settings as people give them, in JSON: {@code {"kind": "partial", "rates.backbone": 0.001}}. */
public final class GivenSettings {

    private GivenSettings() {}

    /** @throws InvalidSettingException if it is no such object, a key is unknown, or a value out of its range */
    public static Settings parse(Catalogue<?> catalogue, String json) {
        Map<String, String> texts = new LinkedHashMap<>();
        object(catalogue, json)
                .forEach((name, value) -> texts.put(name, checked(catalogue, name, String.valueOf(value))));
        return catalogue.settings(texts);
    }

    /**
     * These settings over those that hold where nothing is set.
     *
     * @throws InvalidSettingException if the settings contradict each other
     */
    public static <T> T over(Catalogue<T> catalogue, Settings defaults, Settings settings) {
        try {
            return catalogue.make(settings.over(defaults));
        } catch (IllegalArgumentException e) {
            throw new InvalidSettingException(
                    catalogue.subject(), settings.toString(), "settings that go together", e.getMessage(), e);
        }
    }

    private static Map<String, Object> object(Catalogue<?> catalogue, String json) {
        try {
            Map<?, ?> read = Json.read(json.getBytes(StandardCharsets.UTF_8), Map.class);
            if (read == null) {
                throw noObject(catalogue, json, "it is null", null);
            }
            Map<String, Object> object = new LinkedHashMap<>();
            read.forEach((name, value) -> object.put(String.valueOf(name), value));
            return object;
        } catch (UncheckedIOException e) {
            throw noObject(catalogue, json, reason(e.getCause()), e);
        }
    }

    private static String checked(Catalogue<?> catalogue, String name, String value) {
        Key<?> key = catalogue
                .find(name)
                .orElseThrow(() -> new InvalidSettingException(
                        name,
                        value,
                        "a %s key".formatted(catalogue.subject()),
                        "there is no %s key '%s'; docs/configuration.md lists them all"
                                .formatted(catalogue.subject(), name),
                        null));
        try {
            key.parse(value);
            return value;
        } catch (IllegalArgumentException e) {
            throw new InvalidSettingException(name, value, key.range(), e.getMessage(), e);
        }
    }

    private static InvalidSettingException noObject(
            Catalogue<?> catalogue, String json, String reason, Throwable cause) {
        String form = "one JSON object of keys and values, such as {\"%s\": …}"
                .formatted(catalogue.keys().get(0));
        return new InvalidSettingException(
                catalogue.subject(),
                json,
                form,
                "%s must be %s: %s".formatted(catalogue.subject(), form, reason),
                cause);
    }

    private static String reason(Throwable failure) {
        return failure instanceof JsonProcessingException parsing ? parsing.getOriginalMessage() : failure.getMessage();
    }
}
