package io.hone.trainer.recipe;

import io.hone.contracts.recipe.RecipeKey;
import io.hone.contracts.recipe.RecipeKeys;
import io.smallrye.config.EnvConfigSource;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.spi.ConfigSource;

/** The names under which something is set about recipes: one that nobody knows would be read over without a word. */
final class ConfiguredNames {

    private static final String PROFILE = "^%[^.]*\\.";
    private static final Set<String> KEYS =
            RecipeKeys.all().stream().map(key -> RecipeKey.PREFIX + key.name()).collect(Collectors.toSet());
    private static final Set<String> VARIABLES =
            RecipeKeys.all().stream().map(ConfiguredNames::variable).collect(Collectors.toSet());

    private final Config config;

    ConfiguredNames(Config config) {
        this.config = config;
    }

    /** The environment variable that sets a key, by MicroProfile Config's rule. */
    static String variable(RecipeKey<?> key) {
        return variable(RecipeKey.PREFIX + key.name());
    }

    private static String variable(String name) {
        return name.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }

    List<String> unknown() {
        Set<String> unknown = StreamSupport.stream(config.getConfigSources().spliterator(), false)
                .flatMap(source -> unknown(source).stream())
                .collect(Collectors.toCollection(TreeSet::new));
        return unknown.stream()
                .map(name -> "there is no key '%s'; docs/configuration.md lists them all".formatted(name))
                .toList();
    }

    /** Of the environment the names as they are: the source itself makes keys of them that there need not be. */
    private static List<String> unknown(ConfigSource source) {
        if (source instanceof EnvConfigSource environment) {
            return environment.getProperties().keySet().stream()
                    .filter(name -> variable(name).startsWith(variable(RecipeKey.PREFIX)))
                    .filter(name -> !VARIABLES.contains(variable(name)))
                    .toList();
        }
        return source.getPropertyNames().stream()
                .map(name -> name.replaceFirst(PROFILE, ""))
                .filter(name -> name.startsWith(RecipeKey.PREFIX))
                .filter(name -> !KEYS.contains(name))
                .toList();
    }
}
