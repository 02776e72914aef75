package io.hone.platform.settings;

import io.smallrye.config.EnvConfigSource;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.Config;

/**
 * Environment variables that set something under a name of people's own choice, such as {@code HONE_WEBHOOKS_OPS_URL}. One
 * that is misspelt, or whose name has several words so that nobody can tell where it ends, would be read over without a
 * word.
 */
public final class NamedVariables {

    private NamedVariables() {}

    /**
     * @param family beginning of the keys, such as {@code hone.webhooks}
     * @param names that have been understood
     * @param settings whose methods are the keys of each
     * @throws IllegalArgumentException if a variable of the family sets nothing; the message names it
     */
    public static void requireKnown(Config config, String family, Set<String> names, Class<?> settings) {
        List<String> keys = Stream.of(settings.getDeclaredMethods())
                .map(Method::getName)
                .map(name -> name.replaceAll("(?=[A-Z])", "-").toLowerCase(Locale.ROOT))
                .sorted()
                .toList();
        Set<String> known = names.stream()
                .flatMap(name -> keys.stream().map(key -> variable(family, name, key)))
                .collect(Collectors.toSet());
        String prefix = ConfiguredNames.variable(family) + "_";
        StreamSupport.stream(config.getConfigSources().spliterator(), false)
                .flatMap(source -> source instanceof EnvConfigSource environment
                        ? environment.getProperties().keySet().stream()
                        : Stream.empty())
                .filter(set -> ConfiguredNames.variable(set).startsWith(prefix))
                .filter(set -> !known.contains(ConfiguredNames.variable(set)))
                .min(String::compareTo)
                .ifPresent(unknown -> {
                    throw new IllegalArgumentException(
                            "%s sets nothing: it must be %sNAME_KEY, with a NAME of one word of letters and digits, and a KEY of %s"
                                    .formatted(
                                            unknown,
                                            prefix,
                                            keys.stream()
                                                    .map(ConfiguredNames::variable)
                                                    .toList()));
                });
    }

    private static String variable(String family, String name, String key) {
        return ConfiguredNames.variable(family + "." + name + "." + key);
    }
}
