package io.hone.platform.settings;

import io.hone.contracts.settings.Catalogue;
import io.hone.contracts.settings.Key;
import io.smallrye.config.EnvConfigSource;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.spi.ConfigSource;

/** The names under which something of a catalogue is configured: one that nobody knows would be read over without a word. */
final class ConfiguredNames {

    private static final String PROFILE = "^%[^.]*\\.";

    private final String prefix;
    private final Set<String> keys;
    private final Set<String> variables;

    ConfiguredNames(Catalogue<?> catalogue) {
        this.prefix = catalogue.prefix();
        this.keys = catalogue.keys().stream().map(this::property).collect(Collectors.toUnmodifiableSet());
        this.variables = keys.stream().map(ConfiguredNames::variable).collect(Collectors.toUnmodifiableSet());
    }

    String property(Key<?> key) {
        return prefix + key.name();
    }

    /** The environment variable that sets a property, by MicroProfile Config's rule. */
    static String variable(String property) {
        return property.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }

    /** What is wrong with the names that are set, for people. */
    List<String> unknown(Config config) {
        Set<String> unknown = StreamSupport.stream(config.getConfigSources().spliterator(), false)
                .flatMap(source -> unknown(source).stream())
                .collect(Collectors.toCollection(TreeSet::new));
        return unknown.stream()
                .map(name -> "there is no key '%s'; docs/configuration.md lists them all".formatted(name))
                .toList();
    }

    /** Of the environment the names as they are: the source itself makes keys of them that there need not be. */
    private List<String> unknown(ConfigSource source) {
        if (source instanceof EnvConfigSource environment) {
            return environment.getProperties().keySet().stream()
                    .filter(name -> variable(name).startsWith(variable(prefix)))
                    .filter(name -> !variables.contains(variable(name)))
                    .toList();
        }
        return source.getPropertyNames().stream()
                .map(name -> name.replaceFirst(PROFILE, ""))
                .filter(name -> name.startsWith(prefix))
                .filter(name -> !keys.contains(name))
                .toList();
    }
}
