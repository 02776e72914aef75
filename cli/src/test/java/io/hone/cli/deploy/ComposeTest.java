package io.hone.cli.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing pulls or runs containers here; what can be held in step without that, is. */
class ComposeTest {

    /** Read by the native libraries and by DJL, not by the service's configuration. */
    private static final Set<String> FOR_LIBRARIES =
            Set.of("OMP_WAIT_POLICY", "DJL_CACHE_DIR", "OPT_OUT_TRACKING", "PYTORCH_VERSION", "PYTORCH_FLAVOR");

    private static final Pattern VARIABLE = Pattern.compile("([A-Z][A-Z0-9_]+)=");

    private final Map<String, Object> compose = Repository.yaml("docker-compose.yml");

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
        String dockerfile = Repository.at(
                Repository.yaml("deploy/docker/compose.gpu.yml"), "services", service, "build", "dockerfile");
        assertThat(Repository.path(dockerfile)).exists();
    }

    @Test
    void everyImageIsPinned() {
        // Given
        Map<String, Map<String, Object>> services = Repository.at(compose, "services");

        // When
        Set<String> pulled = services.values().stream()
                .filter(service -> !service.containsKey("build"))
                .map(service -> (String) service.get("image"))
                .collect(Collectors.toSet());

        // Then
        assertThat(pulled).hasSize(5).allMatch(image -> image.matches(".+:.*\\d.*"));
    }

    @Test
    void nothingIsPublishedBeyondThisMachine() {
        // Given
        Map<String, Map<String, Object>> services = Repository.at(compose, "services");

        // When
        List<Object> ports = services.values().stream()
                .flatMap(service -> ((List<?>) service.getOrDefault("ports", List.of())).stream())
                .map(Object.class::cast)
                .toList();

        // Then
        assertThat(ports).hasSizeGreaterThan(6).allMatch(port -> port.toString().startsWith("127.0.0.1:"));
    }

    @Test
    void everythingItMountsOrBuildsFromIsThere() {
        // Given
        Map<String, Map<String, Object>> services = Repository.at(compose, "services");
        Map<String, Object> volumes = Repository.at(compose, "volumes");

        // When
        List<String> mounts = services.values().stream()
                .flatMap(service -> ((List<?>) service.getOrDefault("volumes", List.of())).stream())
                .map(mount -> mount.toString().split(":", -1)[0])
                .toList();

        // Then
        assertThat(mounts)
                .isNotEmpty()
                .allMatch(mount ->
                        mount.startsWith("./") ? Files.exists(Repository.path(mount)) : volumes.containsKey(mount));
    }

    @Test
    void theServicesUseTheBrokersAndBucketsOwnNames() {
        // Given
        Map<String, Object> kafka = environment("kafka");

        // When
        String advertised = kafka.get("KAFKA_ADVERTISED_LISTENERS").toString();

        // Then
        assertThat(advertised).contains("://" + environment("trainer").get("KAFKA_BOOTSTRAP_SERVERS"));
        List<String> making = Repository.at(compose, "services", "buckets", "command");
        assertThat(making.get(0)).contains("for bucket in models images;");
    }

    private Map<String, Object> environment(String service) {
        return Repository.at(compose, "services", service, "environment");
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
