package io.hone.cli.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Operators look keys up in docs/configuration.md; it must neither lack one nor tell of one that is gone. */
class ConfigurationPageTest {

    /** Keys that models may set too stand there by the names that they have for a model. */
    private static final List<String> CATALOGUES = List.of("hone.recipe.", "hone.policy.", "hone.intake.");

    private static final Pattern PROPERTY = Pattern.compile("(?m)^#?(hone\\.[a-z.-]+)=(.*)$");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z][a-z0-9.-]*)` \\| ([^|]*) \\|");

    /** Key to default, as the page's tables have them. */
    private final Map<String, String> page = ROW.matcher(Repository.read("docs/configuration.md"))
            .results()
            .collect(Collectors.toMap(row -> row.group(1), row -> row.group(2)));

    @ParameterizedTest
    @ValueSource(strings = {"ingest", "trainer", "evaluator"})
    void everyKeyOfAServiceStandsThereWithItsDefault(String service) {
        // When
        List<MatchResult> properties = PROPERTY.matcher(
                        Repository.read(service + "-service/src/main/resources/application.properties"))
                .results()
                .toList();

        // Then
        assertThat(properties).hasSizeGreaterThan(4);
        assertThat(properties).allSatisfy(property -> {
            String key = property.group(1);
            assertThat(page).containsKey(onThePage(key));
            if (!property.group(2).isBlank()) {
                assertThat(page.get(onThePage(key))).contains("`" + property.group(2) + "`");
            }
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"ingest", "trainer", "evaluator"})
    void everyKeyThatAServiceDeclaresStandsThere(String service) {
        // When
        Set<String> documented =
                page.keySet().stream().map(ServiceConfiguration::variable).collect(Collectors.toSet());

        // Then
        assertThat(documented)
                .containsAll(new ServiceConfiguration(service)
                        .variables().stream()
                                .filter(variable -> variable.startsWith("HONE_"))
                                .filter(variable -> CATALOGUES.stream()
                                        .noneMatch(
                                                prefix -> variable.startsWith(ServiceConfiguration.variable(prefix))))
                                .toList());
    }

    private static String onThePage(String key) {
        return CATALOGUES.stream()
                .filter(key::startsWith)
                .map(prefix -> key.substring(prefix.length()))
                .findFirst()
                .orElse(key);
    }

    @Test
    void noKeyThatIsGoneStandsThere() {
        // When
        Set<String> known = Stream.of("ingest", "trainer", "evaluator")
                .flatMap(service -> new ServiceConfiguration(service).variables().stream())
                .collect(Collectors.toSet());

        // Then
        assertThat(page.keySet().stream().filter(key -> key.startsWith("hone.")))
                .isNotEmpty()
                .allSatisfy(key -> assertThat(known).contains(ServiceConfiguration.variable(key)));
    }
}
