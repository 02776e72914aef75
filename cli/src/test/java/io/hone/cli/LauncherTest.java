package io.hone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script {@code hone}, with a Java and a Maven that only tell what they were asked. */
class LauncherTest {

    private static final String JAVA = """
            #!/bin/sh
            case $1 in
              -version) echo 'openjdk version "%s" 2025-04-15' >&2 ;;
              *) for argument in "$@"; do echo "[$argument]"; done ;;
            esac
            """;

    private static final String MAVEN = """
            #!/bin/sh
            echo "$PWD: $*" >> '%s'
            mkdir -p cli/target/cli/lib local-stack/target/stack/lib bench/target
            touch bench/target/classpath
            for service in ingest trainer evaluator; do
              mkdir -p $service-service/target/quarkus-app
              touch $service-service/target/quarkus-app/quarkus-run.jar
            done
            """;

    private static final List<String> TOOLS =
            List.of("cut", "dirname", "find", "grep", "head", "mkdir", "mv", "readlink", "sed", "stty", "touch");

    @TempDir
    private Path temporary;

    private Path root;
    private Path bin;
    private Path builds;

    private record Ended(int status, String output) {}

    @BeforeEach
    void cloneHone() throws IOException {
        root = Files.createDirectories(temporary.resolve("my clone"));
        bin = Files.createDirectories(temporary.resolve("bin"));
        builds = temporary.resolve("builds.txt");
        Files.copy(Path.of("..", "hone"), root.resolve("hone"));
        executable(root.resolve("hone"), Files.readString(root.resolve("hone")));
        Files.createDirectories(root.resolve(".mvn"));
        source("pom.xml");
        source("cli/pom.xml");
        source("cli/src/main/java/Hone.java");
        executable(bin.resolve("java"), JAVA.formatted("17.0.15"));
        executable(bin.resolve("javac"), "#!/bin/sh\n");
        executable(bin.resolve("mvn"), MAVEN.formatted(builds));
    }

    @Test
    void aFreshCloneIsBuiltAndTheArgumentsArePassedOn() throws Exception {
        // When
        Ended ended = run(root.resolve("hone"), "push", "my images", "");

        // Then
        assertThat(ended.status()).isZero();
        assertThat(ended.output())
                .contains("Building Hone", "first time takes some minutes")
                .contains("[-Dhone.root=" + root.toRealPath() + "]", "[-Dhone.terminal=false]")
                .endsWith("[io.hone.cli.Hone]\n[push]\n[my images]\n[]\n");
        assertThat(builds).hasContent(root.toRealPath() + ": -q -B -DskipTests package");
    }

    @Test
    void whatIsBuiltIsNotBuiltAgain() throws Exception {
        // Given
        run(root.resolve("hone"), "status");

        // When
        Ended ended = run(root.resolve("hone"), "status");

        // Then
        assertThat(ended.output()).doesNotContain("Building");
        assertThat(Files.readAllLines(builds)).hasSize(1);
    }

    @Test
    void aChangedSourceIsBuilt() throws Exception {
        // Given
        run(root.resolve("hone"), "status");
        Files.setLastModifiedTime(
                root.resolve("cli/src/main/java/Hone.java"),
                FileTime.from(Instant.now().plus(Duration.ofMinutes(1))));

        // When
        run(root.resolve("hone"), "status");

        // Then
        assertThat(Files.readAllLines(builds)).hasSize(2);
    }

    @Test
    void whatRunsIsEndedWithoutABuild() throws Exception {
        // Given
        run(root.resolve("hone"), "up");
        Files.setLastModifiedTime(
                root.resolve("cli/src/main/java/Hone.java"),
                FileTime.from(Instant.now().plus(Duration.ofMinutes(1))));

        // When
        Ended ended = run(root.resolve("hone"), "down");

        // Then
        assertThat(ended.output()).endsWith("[io.hone.cli.Hone]\n[down]\n");
        assertThat(Files.readAllLines(builds)).hasSize(1);
    }

    @Test
    void itMayBeCalledThroughALink() throws Exception {
        // Given
        Path link = Files.createSymbolicLink(bin.resolve("hone"), root.resolve("hone"));

        // When
        Ended ended = run(link, "status");

        // Then
        assertThat(ended.output()).contains("[-Dhone.root=" + root.toRealPath() + "]");
    }

    @Test
    void anOldJavaIsNamedWithWhatIsNeeded() throws Exception {
        // Given
        executable(bin.resolve("java"), JAVA.formatted("1.8.0_412"));

        // When
        Ended ended = run(root.resolve("hone"), "status");

        // Then
        assertThat(ended.status()).isEqualTo(1);
        assertThat(ended.output())
                .contains("is Java 8; version 17 or newer is needed")
                .contains("JAVA_HOME");
        assertThat(builds).doesNotExist();
    }

    @Test
    void withoutMavenAFreshCloneSaysWhatToInstall() throws Exception {
        // Given
        Files.delete(bin.resolve("mvn"));

        // When
        Ended ended = run(root.resolve("hone"), "status");

        // Then
        assertThat(ended.status()).isEqualTo(1);
        assertThat(ended.output()).contains("no mvn on the PATH").contains("Install Maven");
    }

    @Test
    void aBuildThatFailsIsNoBuild() throws Exception {
        // Given
        executable(bin.resolve("mvn"), "#!/bin/sh\necho broken pom >&2\nexit 1\n");

        // When
        Ended ended = run(root.resolve("hone"), "status");

        // Then
        assertThat(ended.status()).isEqualTo(1);
        assertThat(ended.output()).contains("broken pom", "the build failed").doesNotContain("io.hone.cli.Hone");
        assertThat(root.resolve("target/hone-built")).doesNotExist();
    }

    private void source(String name) throws IOException {
        Path file = root.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "source");
    }

    private static void executable(Path file, String script) throws IOException {
        Files.writeString(file, script);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private Ended run(Path script, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("bash", script.toString()));
        command.addAll(List.of(arguments));
        Path output = temporary.resolve("output.txt");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(temporary.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().remove("JAVA_HOME");
        builder.environment().put("PATH", bin + ":" + coreutilsWithoutMaven());
        Process process = builder.start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Ended(process.exitValue(), Files.readString(output));
    }

    /** A folder with what the script itself needs, so that no real Maven is found behind the one here. */
    private String coreutilsWithoutMaven() throws IOException {
        Path tools = Files.createDirectories(temporary.resolve("tools"));
        for (String tool : TOOLS) {
            Path real = Files.exists(Path.of("/usr/bin", tool)) ? Path.of("/usr/bin", tool) : Path.of("/bin", tool);
            executable(tools.resolve(tool), "#!/bin/sh\nexec %s \"$@\"\n".formatted(real));
        }
        return tools.toString();
    }
}
