package io.hone.cli.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A panel that shows nothing, or an alert that never fires, is worse than none. */
class MetricNamesTest {

    private static final Pattern METRIC = Pattern.compile("\\bhone_(ingest|trainer|evaluator)_[a-z_]+");
    private static final Pattern LITERAL = Pattern.compile("\"([a-z][a-z./-]*)\"");
    private static final String ADDED_BY_PROMETHEUS = "(_total|_seconds|_seconds_(sum|count|max)|_(sum|count|max))?";

    @ParameterizedTest
    @ValueSource(strings = {"deploy/grafana/dashboards/hone.json", "deploy/prometheus/alerts.yml"})
    void everyMetricThatIsLookedAtIsMeasured(String file) {
        // Given
        Set<String> lookedAt = METRIC.matcher(Repository.read(file))
                .results()
                .map(match -> match.group())
                .collect(Collectors.toCollection(TreeSet::new));

        // When
        Set<String> notMeasured =
                lookedAt.stream().filter(metric -> !isMeasured(metric)).collect(Collectors.toCollection(TreeSet::new));

        // Then
        assertThat(lookedAt).hasSizeGreaterThan(5);
        assertThat(notMeasured).isEmpty();
    }

    /** Whether the service's sources hold its name, or its name and its unit, as strings. */
    private static boolean isMeasured(String metric) {
        String service = metric.split("_", -1)[1];
        String prefix = "hone_" + service + "_";
        Set<String> literals = literals(service);
        Set<String> names = literals.stream()
                .map(literal -> literal.startsWith(prefix) ? literal.substring(prefix.length()) : literal)
                .collect(Collectors.toSet());
        String name = metric.substring(prefix.length());
        return names.stream()
                .filter(name::startsWith)
                .map(first -> name.substring(first.length()))
                .anyMatch(rest -> rest.matches(ADDED_BY_PROMETHEUS)
                        || names.stream().anyMatch(unit -> rest.matches("_" + unit + ADDED_BY_PROMETHEUS)));
    }

    private static Set<String> literals(String service) {
        return Repository.files(service + "-service/src/main/java", ".java").stream()
                .flatMap(MetricNamesTest::literals)
                .map(literal -> literal.replaceAll("[./-]", "_"))
                .collect(Collectors.toSet());
    }

    private static Stream<String> literals(Path file) {
        try {
            return LITERAL.matcher(Files.readString(file)).results().map(match -> match.group(1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
