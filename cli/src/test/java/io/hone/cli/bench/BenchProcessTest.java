package io.hone.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hone.cli.place.Installation;
import io.hone.cli.terminal.CommandFailure;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchProcessTest {

    @TempDir
    private Path root;

    @Test
    void itStartsWhatWasBuiltWithTheSettingsAsProperties() throws IOException {
        // Given
        Path built = Files.createDirectories(root.resolve("bench/target"));
        Files.writeString(built.resolve("classpath"), "a.jar:b.jar\n");

        // When
        var command = new BenchProcess(new Installation(root))
                .command(Map.of("hone.bench.quick", "20"), Optional.of("recipes"));

        // Then
        assertThat(command)
                .contains("-Dhone.bench.quick=20", built.resolve("classes") + File.pathSeparator + "a.jar:b.jar")
                .endsWith("io.hone.bench.Bench", "recipes");
    }

    @Test
    void theStatusOfTheProcessIsTheCommands() throws Exception {
        // When
        int status = BenchProcess.run(List.of("/bin/sh", "-c", "exit 3"));

        // Then
        assertThat(status).isEqualTo(3);
    }

    @Test
    void whatIsNotBuiltSaysHowToBuildIt() {
        // Given
        var process = new BenchProcess(new Installation(root));

        // When
        assertThatThrownBy(() -> process.run(Map.of(), Optional.empty()))
                // Then
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining("bench/target/classpath")
                .extracting(failure -> ((CommandFailure) failure).next())
                .asString()
                .contains("mvn -B -DskipTests package");
    }
}
