package io.hone.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalStackIT {
    @TempDir
    Path folder;

    @Test
    void whatWasKeptIsThereAtTheNextStart() throws Exception {
        // Given a stack that was used and closed
        try (var stack = LocalStack.start(folder, Ports.anyFree())) {
            var topic = new TestTopic(stack.broker().bootstrapServers(), "kept");
            topic.create();
            topic.send("a");
            models(stack).put("object", "kept");
        }

        // When it starts again, on other ports
        try (var stack = LocalStack.start(folder, Ports.anyFree())) {
            // Then
            assertThat(new TestTopic(stack.broker().bootstrapServers(), "kept").read(1))
                    .containsExactly("a");
            assertThat(models(stack).get("object")).isEqualTo("kept");
        }
    }

    @Test
    void aBusyPortStartsNothing() throws IOException {
        // Given
        try (var taken = new ServerSocket(0)) {
            var ports = new Ports(taken.getLocalPort(), 0);

            // When / Then
            assertThatExceptionOfType(StackException.class)
                    .isThrownBy(() -> LocalStack.start(folder, ports))
                    .withMessageContaining("for the Kafka broker is in use")
                    .withMessageContaining("HONE_KAFKA_PORT");
            assertThat(folder).isEmptyDirectory();
        }
    }

    @Test
    void theSharedStackIsTheSameForEveryClassLoader() throws Exception {
        // Given
        String here = LocalStack.shared().broker().bootstrapServers();
        URL[] classes = {LocalStack.class.getProtectionDomain().getCodeSource().getLocation()};

        // When
        try (var other = new URLClassLoader(classes, ClassLoader.getPlatformClassLoader())) {
            Class<?> type = other.loadClass(LocalStack.class.getName());
            Object shared = type.getMethod("shared").invoke(null);
            Object broker = type.getMethod("broker").invoke(shared);
            Object there = broker.getClass().getMethod("bootstrapServers").invoke(broker);

            // Then
            assertThat(type).isNotSameAs(LocalStack.class);
            assertThat(there).isEqualTo(here);
        }
    }

    @Test
    void theServersDieWithAStarterThatIsKilled() throws Exception {
        // Given servers whose starter has the JDK and its own classes only
        try (var starter = new StarterProcess(folder)) {
            List<ProcessHandle> servers = starter.pids();

            // When
            starter.kill();

            // Then
            Awaitility.await().atMost(Duration.ofSeconds(15)).untilAsserted(() -> assertThat(servers)
                    .noneMatch(ProcessHandle::isAlive));
        }
    }

    private static TestBucket models(LocalStack stack) {
        return new TestBucket(stack.s3().endpoint(), Credentials.LOCAL, "models");
    }

    /** {@link StarterMain} in a JVM of its own, with nothing on its class path but the starter and itself. */
    private static final class StarterProcess implements AutoCloseable {
        private final Process process;
        private final BufferedReader output;

        StarterProcess(Path folder) throws IOException {
            String classPath = Stream.of(LocalStack.class, StarterMain.class)
                    .map(type -> type.getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toString())
                    .map(location -> Path.of(URI.create(location)).toString())
                    .collect(Collectors.joining(File.pathSeparator));
            process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-D" + StackHome.PROPERTY + "=" + StackHome.find().path(),
                            "-cp",
                            classPath,
                            StarterMain.class.getName(),
                            folder.toString())
                    .redirectError(
                            Files.createTempFile(folder, "starter", ".log").toFile())
                    .start();
            output = process.inputReader(StandardCharsets.UTF_8);
        }

        List<ProcessHandle> pids() throws IOException {
            return Stream.of(output.readLine().split(" "))
                    .map(Long::parseLong)
                    .map(pid -> ProcessHandle.of(pid).orElseThrow())
                    .toList();
        }

        void kill() {
            process.destroyForcibly();
        }

        @Override
        public void close() {
            kill();
        }
    }
}
