package io.hone.platform.settings;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.hone.contracts.model.ModelName;
import io.hone.contracts.settings.Catalogue;
import io.hone.contracts.settings.Key;
import io.hone.contracts.settings.Settings;
import io.hone.registry.settings.GivenSettings;
import io.hone.registry.settings.InvalidSettingException;
import io.hone.registry.settings.SettingsEntry;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What holds for a model, and who says so.
 *
 * @param sequence number of the last change of the model's own settings; 0 when there was none
 * @param changedAt when that was
 * @param settings the model's own, as they were given
 * @param values every key and its value
 * @param keys the same, key by key, and who says so
 * @param contradiction why nothing can follow them: the service's configuration has changed since the model's own
 */
public record SettingsInForce(
        ModelName model,
        long sequence,
        Optional<Instant> changedAt,
        Settings settings,
        Map<String, Object> values,
        List<KeyInForce> keys,
        Optional<String> contradiction) {

    public SettingsInForce {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        keys = List.copyOf(keys);
    }

    /**
     * @param from {@code model}, the service's name, or {@code default} where nobody says anything
     * @param range what the value may be, for people
     */
    public record KeyInForce(
            String key,
            Object value,
            String from,
            @JsonProperty("default") Object byDefault,
            String range,
            String meaning) {}

    static SettingsInForce of(
            ModelName model, Optional<SettingsEntry> entry, Catalogue<?> catalogue, Settings service) {
        Settings own = entry.map(SettingsEntry::settings).orElseGet(catalogue::none);
        Settings both = own.over(service);
        return new SettingsInForce(
                model,
                entry.map(SettingsEntry::sequence).orElse(0L),
                entry.map(SettingsEntry::at),
                own,
                both.complete().written(),
                catalogue.keys().stream()
                        .map(key -> key(key, both, from(key, own, service, catalogue)))
                        .toList(),
                contradiction(catalogue, own, service));
    }

    private static <T> KeyInForce key(Key<T> key, Settings settings, String from) {
        return new KeyInForce(
                key.name(), settings.written(key), from, key.written(key.byDefault()), key.range(), key.meaning());
    }

    private static String from(Key<?> key, Settings own, Settings service, Catalogue<?> catalogue) {
        if (own.has(key)) {
            return "model";
        }
        return service.has(key) ? catalogue.service() : "default";
    }

    private static Optional<String> contradiction(Catalogue<?> catalogue, Settings own, Settings service) {
        try {
            GivenSettings.over(catalogue, service, own);
            return Optional.empty();
        } catch (InvalidSettingException e) {
            return Optional.of(e.getMessage());
        }
    }
}
