package io.hone.cli.recipe;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.hone.cli.terminal.CommandFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Recipe settings by key, as given on the command line; whether they are good the services know. */
public final class Settings {

    private static final JsonMapper MAPPER = new JsonMapper();
    private static final TypeReference<LinkedHashMap<String, Object>> OBJECT = new TypeReference<>() {};

    private final Map<String, Object> values;

    private Settings(Map<String, Object> values) {
        this.values = values;
    }

    public static Settings none() {
        return of(Map.of());
    }

    static Settings of(Map<String, Object> values) {
        return new Settings(new LinkedHashMap<>(values));
    }

    /** @param file a JSON object, such as {@code {"kind": "partial", "rates.backbone": 0.001}} */
    public static Settings read(Path file) {
        try {
            Map<String, Object> values = MAPPER.readValue(Files.readAllBytes(file), OBJECT);
            if (values != null) {
                return new Settings(values);
            }
            throw unreadable(file, "it is null", null);
        } catch (JsonProcessingException e) {
            throw unreadable(file, e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw unreadable(file, e.getClass().getSimpleName(), e);
        }
    }

    private static CommandFailure unreadable(Path file, String reason, Exception cause) {
        return new CommandFailure(
                "%s does not hold recipe settings: %s".formatted(file, reason),
                "It must be one JSON object of keys and values, such as {\"epochs\": 3}.",
                cause);
    }

    /**
     * These, and over them pairs such as {@code rates.multipliers=layer1=0.1}: the key goes to the first equals sign.
     *
     * @param option for the message
     */
    public Settings with(String option, List<String> pairs) {
        Map<String, Object> both = new LinkedHashMap<>(values);
        for (String pair : pairs) {
            int equals = pair.indexOf('=');
            if (equals < 1) {
                throw new CommandFailure(
                        "%s is '%s', must be key=value".formatted(option, pair),
                        "Such as %s rates.backbone=0.001; docs/configuration.md explains every key.".formatted(option));
            }
            both.put(
                    pair.substring(0, equals).trim(), pair.substring(equals + 1).trim());
        }
        return new Settings(both);
    }

    Settings without(List<String> keys) {
        Map<String, Object> rest = new LinkedHashMap<>(values);
        for (String key : keys) {
            if (rest.remove(key) == null) {
                throw new CommandFailure(
                        "'%s' is not set for this model, so it cannot be unset".formatted(key),
                        "Without options the command shows where each value comes from.");
            }
        }
        return new Settings(rest);
    }

    public boolean isEmpty() {
        return values.isEmpty();
    }

    public String json() {
        try {
            return MAPPER.writeValueAsString(values);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts cannot be written as JSON", e);
        }
    }
}
