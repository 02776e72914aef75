package io.hone.cli.deploy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The configuration keys that a service has, read from what was compiled: its {@code application.properties} and every
 * {@code @ConfigMapping} that it or {@code platform} declares.
 */
final class ServiceConfiguration {

    private static final String MAPPING = "io.smallrye.config.ConfigMapping";
    private static final String DEFAULT = "io.smallrye.config.WithDefault";
    private static final String NAME = "io.smallrye.config.WithName";

    private final Set<String> keys = new HashSet<>(Set.of("kafka.bootstrap.servers", "quarkus.http.host"));
    private final Set<String> mandatory = new HashSet<>(Set.of("kafka.bootstrap.servers"));

    ServiceConfiguration(String service) {
        Properties properties = properties(service + "-service/target/classes/application.properties");
        properties.stringPropertyNames().stream()
                .filter(key -> !key.startsWith("%"))
                .forEach(keys::add);
        Stream.of(service + "-service", "platform")
                .map(module -> Repository.path(module + "/target/classes"))
                .flatMap(ServiceConfiguration::mappings)
                .forEach(mapping -> add(prefix(mapping), mapping, properties));
    }

    private static Properties properties(String path) {
        try {
            Properties properties = new Properties();
            properties.load(new StringReader(Repository.read(path)));
            return properties;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<JavaClass> mappings(Path classes) {
        if (!Files.isDirectory(classes)) {
            throw new IllegalStateException(classes + " is missing: build the whole project first");
        }
        JavaClasses imported = new ClassFileImporter().importPath(classes);
        return imported.stream().filter(type -> type.isAnnotatedWith(MAPPING));
    }

    private static String prefix(JavaClass mapping) {
        return (String) mapping.getAnnotationOfType(MAPPING).get("prefix").orElseThrow();
    }

    private void add(String prefix, JavaClass mapping, Properties properties) {
        for (JavaMethod method : mapping.getMethods()) {
            if (method.getModifiers().contains(JavaModifier.ABSTRACT)) {
                add(prefix + "." + name(method), method, properties);
            }
        }
    }

    private void add(String key, JavaMethod method, Properties properties) {
        JavaClass type = method.getRawReturnType();
        if (type.isAssignableTo(Map.class)) {
            addNamed(method);
            return;
        }
        if (type.isInterface() && type.getPackageName().startsWith("io.hone")) {
            add(key, type, properties);
            return;
        }
        keys.add(key);
        boolean optional = type.getSimpleName().startsWith("Optional") || method.isAnnotatedWith(DEFAULT);
        if (!optional && !properties.containsKey(key)) {
            mandatory.add(key);
        }
    }

    /** Entries whose names people choose stand under "name" everywhere; without any entry none of their keys is missed. */
    private void addNamed(JavaMethod map) {
        String prefix = prefix(map.getOwner());
        map.getReturnType().getAllInvolvedRawTypes().stream()
                .filter(type -> type.isInterface() && type.getPackageName().startsWith("io.hone"))
                .flatMap(type -> type.getMethods().stream())
                .forEach(method -> keys.add(prefix + ".name." + name(method)));
    }

    private static String name(JavaMethod method) {
        return method.tryGetAnnotationOfType(NAME)
                .flatMap(annotation -> annotation.get("value"))
                .map(String.class::cast)
                .orElseGet(() -> method.getName()
                        .replaceAll("([a-z0-9])([A-Z])", "$1-$2")
                        .toLowerCase(Locale.ROOT));
    }

    /** Names that set any key, by MicroProfile Config's rule for environment variables. */
    Set<String> variables() {
        return keys.stream().map(ServiceConfiguration::variable).collect(Collectors.toSet());
    }

    /** Names without which the service does not start. */
    List<String> mandatoryVariables() {
        return mandatory.stream().map(ServiceConfiguration::variable).sorted().toList();
    }

    static String variable(String key) {
        return key.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }
}
