package io.hone.platform.settings;

import io.hone.contracts.settings.Catalogue;
import io.hone.contracts.settings.Key;
import io.hone.contracts.settings.Settings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.Config;

/** What a service's configuration sets of a catalogue; it holds for every model that sets nothing else. */
public final class ConfiguredSettings {

    private ConfiguredSettings() {}

    /**
     * @throws IllegalArgumentException if there are keys that nobody knows or values out of their range, naming all of
     *     them; or if settings contradict each other
     */
    public static Settings of(Config config, Catalogue<?> catalogue) {
        ConfiguredNames names = new ConfiguredNames(catalogue);
        List<String> wrong = new ArrayList<>(names.unknown(config));
        Map<String, String> values = new LinkedHashMap<>();
        for (Key<?> key : catalogue.keys()) {
            String property = names.property(key);
            config.getOptionalValue(property, String.class).ifPresent(text -> {
                values.put(key.name(), text);
                wrong.addAll(problems(catalogue, key, text));
            });
        }
        if (!wrong.isEmpty()) {
            throw new IllegalArgumentException(
                    "the %s's configuration is not valid: %s".formatted(catalogue.service(), String.join("; ", wrong)));
        }
        Settings settings = catalogue.settings(values);
        catalogue.make(settings);
        return settings;
    }

    private static List<String> problems(Catalogue<?> catalogue, Key<?> key, String text) {
        try {
            key.parse(text);
            return List.of();
        } catch (IllegalArgumentException e) {
            String variable = ConfiguredNames.variable(catalogue.prefix() + key.name());
            return List.of("%s%s (%s)".formatted(catalogue.prefix(), e.getMessage(), variable));
        }
    }
}
