package io.hone.cli.up;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hone.cli.terminal.CommandFailure;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceProcessTest {

    private static final URI NOWHERE = URI.create("http://127.0.0.1:1");

    @TempDir
    private Path folder;

    @Test
    void aServiceGetsItsEnvironmentAndItsOutputGoesToItsLog() {
        // When
        ServiceProcess service =
                start("echo port=$QUARKUS_HTTP_PORT; echo wrong >&2", Map.of("QUARKUS_HTTP_PORT", "7"));

        // Then
        await().until(() -> !service.isRunning());
        assertThat(log()).hasContent("port=7\nwrong");
    }

    @Test
    void anUnexpectedEndIsToldWithStatusLastLinesAndLog() throws IOException {
        // Given: the last words of an earlier life
        Files.createDirectories(log().getParent());
        Files.writeString(log(), "old error\n");
        ServiceProcess service = start("echo cannot reach Kafka; exit 3", Map.of());
        await().until(() -> !service.isRunning());

        // When
        CommandFailure failure = service.unexpectedEnd();

        // Then
        assertThat(failure).hasMessage("the trainer ended with status 3. The end of its log:\n  cannot reach Kafka");
        assertThat(failure.next()).contains(log().toString());
    }

    @Test
    void askedToEndItEnds() {
        // Given
        ServiceProcess service = start("trap 'echo bye; exit 0' TERM; echo up; while :; do sleep 0.1; done", Map.of());
        await().until(() -> Files.readString(log()).contains("up"));

        // When
        service.askToEnd();
        service.awaitEnd();

        // Then
        assertThat(service.isRunning()).isFalse();
        assertThat(log()).content().contains("bye");
    }

    @Test
    void itDoesNotOutliveItsParentThoughThatIsKilled() throws IOException {
        // Given
        Process parent = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Parent.class.getName(),
                        log().toString())
                .redirectErrorStream(true)
                .start();
        long pid = Long.parseLong(parent.inputReader().readLine());
        ProcessHandle service = ProcessHandle.of(pid).orElseThrow();

        // When
        parent.destroyForcibly();

        // Then
        await().atMost(Duration.ofSeconds(20)).until(() -> !service.isAlive());
    }

    private ServiceProcess start(String script, Map<String, String> environment) {
        return ServiceProcess.start("trainer", NOWHERE, log(), List.of("/bin/sh", "-c", script), environment);
    }

    private Path log() {
        return folder.resolve("logs/trainer.log");
    }

    /** Starts a service that runs for ever, tells its process number, and waits to be killed. */
    static final class Parent {

        private Parent() {}

        public static void main(String[] arguments) {
            ServiceProcess service = ServiceProcess.start(
                    "trainer", NOWHERE, Path.of(arguments[0]), List.of("/bin/sleep", "600"), Map.of());
            Optional<ProcessHandle> process = service.noted().find();
            System.out.println(process.orElseThrow().pid());
            service.onExit().join();
        }
    }
}
