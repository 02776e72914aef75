package io.hone.cli;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The command, run as a process of its own as people do; ended with the test. */
public final class HoneProcess implements AutoCloseable {

    private final Process process;
    private final Path output;

    private HoneProcess(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    /** From the classes under test. */
    public static HoneProcess start(Path root, Path output, String... arguments) throws IOException {
        return start(System.getProperty("java.class.path"), root, output, arguments);
    }

    public static HoneProcess start(String classPath, Path root, Path output, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dhone.root=" + root,
                "-Dhone.stack.home=" + System.getProperty("hone.stack.home"),
                "-cp",
                classPath,
                "io.hone.cli.Hone"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        // What the command starts ends before a better compiler pays.
        builder.environment().put("JDK_JAVA_OPTIONS", "-XX:TieredStopAtLevel=1");
        return new HoneProcess(builder.start(), output);
    }

    public String output() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws IllegalStateException with its output, when it ends before it says so */
    public HoneProcess awaitOutput(String text, Duration within) {
        await().atMost(within).until(() -> {
            if (!output().contains(text) && !process.isAlive()) {
                throw new IllegalStateException("ended with status " + process.exitValue() + ": " + output());
            }
            return output().contains(text);
        });
        return this;
    }

    public int awaitExit(Duration within) throws InterruptedException {
        if (!process.waitFor(within.toSeconds(), TimeUnit.SECONDS)) {
            throw new IllegalStateException("still running after " + within + ": " + output());
        }
        return process.exitValue();
    }

    /** As Ctrl-C's cousin, SIGTERM. */
    public void terminate() {
        process.destroy();
    }

    /** As {@code kill -9}. */
    public void kill() {
        process.destroyForcibly();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
