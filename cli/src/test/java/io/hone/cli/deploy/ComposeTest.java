package io.hone.cli.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing pulls or runs containers here; what can be held in step without that, is. */
class ComposeTest {

    /** Read by the native libraries and by DJL, not by the service's configuration. */
    private static final Set<String> FOR_LIBRARIES =
            Set.of("OMP_WAIT_POLICY", "DJL_CACHE_DIR", "OPT_OUT_TRACKING", "PYTORCH_VERSION", "PYTORCH_FLAVOR");

    private static final Pattern VARIABLE = Pattern.compile("([A-Z][A-Z0-9_]+)=");

    private final JsonNode compose = Repository.yaml("docker-compose.yml");

    @ParameterizedTest
    @ValueSource(strings = {"ingest", "trainer", "evaluator"})
    void everyVariableOfAServiceSetsAKeyThatItHas(String service) {
        // Given
        Set<String> known = new HashSet<>(new ServiceConfiguration(service).variables());
        known.addAll(FOR_LIBRARIES);

        // When
        Set<String> set = new TreeSet<>(environment(service).keySet());
        set.addAll(dockerfileVariables("deploy/docker/Dockerfile." + service));

        // Then
        assertThat(known).containsAll(set);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ingest", "trainer", "evaluator"})
    void everyKeyThatAServiceCannotDoWithoutIsSet(String service) {
        // When
        List<String> mandatory = new ServiceConfiguration(service).mandatoryVariables();

        // Then
        assertThat(mandatory).contains("KAFKA_BOOTSTRAP_SERVERS", "HONE_BUCKET_SECRET_KEY");
        assertThat(environment(service)).containsKeys(mandatory.toArray(String[]::new));
    }

    @ParameterizedTest
    @ValueSource(strings = {"trainer", "evaluator"})
    void theGpuVariantDiffersInNothingButTheGpu(String service) {
        // When
        Set<String> variables = dockerfileVariables("deploy/docker/Dockerfile." + service + "-gpu");

        // Then
        Set<String> known = new HashSet<>(new ServiceConfiguration(service).variables());
        known.addAll(FOR_LIBRARIES);
        assertThat(known).containsAll(variables);
        JsonNode gpu = Repository.yaml("deploy/docker/compose.gpu.yml")
                .path("services")
                .path(service);
        assertThat(Repository.path(gpu.path("build").path("dockerfile").asText()))
                .isRegularFile();
    }

    @Test
    void everyImageIsPinned() {
        // When
        Set<String> pulled = stream(compose.path("services"))
                .filter(service -> !service.has("build"))
                .map(service -> service.path("image").asText())
                .collect(Collectors.toSet());

        // Then
        assertThat(pulled).hasSize(5).allMatch(image -> image.matches(".+:.*\\d.*"));
    }

    @Test
    void nothingIsPublishedBeyondThisMachine() {
        // When
        List<String> ports = entries("ports");

        // Then
        assertThat(ports).hasSizeGreaterThan(6).allMatch(port -> port.startsWith("127.0.0.1:"));
    }

    @Test
    void everythingItMountsIsThere() {
        // Given
        Predicate<String> isThere = source -> source.startsWith("./")
                ? Files.exists(Repository.path(source))
                : compose.path("volumes").has(source);

        // When
        List<String> sources = entries("volumes").stream()
                .map(mount -> mount.split(":", -1)[0])
                .toList();

        // Then
        assertThat(sources).hasSizeGreaterThan(6).allMatch(isThere);
    }

    @Test
    void theServicesUseTheBrokersAndBucketsOwnNames() {
        // When
        String advertised = environment("kafka").get("KAFKA_ADVERTISED_LISTENERS");

        // Then
        assertThat(advertised).contains("://" + environment("trainer").get("KAFKA_BOOTSTRAP_SERVERS"));
        assertThat(compose.path("services")
                        .path("buckets")
                        .path("command")
                        .path(0)
                        .asText())
                .contains("for bucket in models images;");
    }

    /** Of a list that services may have, all their entries. */
    private List<String> entries(String list) {
        return stream(compose.path("services"))
                .flatMap(service -> stream(service.path(list)))
                .map(JsonNode::asText)
                .toList();
    }

    private static Stream<JsonNode> stream(JsonNode nodes) {
        return StreamSupport.stream(nodes.spliterator(), false);
    }

    private Map<String, String> environment(String service) {
        return compose.path("services").path(service).path("environment").properties().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().asText()));
    }

    private static Set<String> dockerfileVariables(String path) {
        String environment = Repository.read(path)
                .lines()
                .dropWhile(line -> !line.startsWith("ENV"))
                .takeWhile(line -> !line.startsWith("EXPOSE"))
                .collect(Collectors.joining("\n"));
        return VARIABLE.matcher(environment)
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toSet());
    }
}
