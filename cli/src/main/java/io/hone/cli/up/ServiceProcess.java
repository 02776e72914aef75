package io.hone.cli.up;

import io.hone.cli.place.RunningProcess;
import io.hone.cli.terminal.CommandFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A service in a JVM of its own, started from its normal jar, which lives no longer than this JVM. */
final class ServiceProcess {

    private static final Duration STOP_WITHIN = Duration.ofSeconds(30);

    /**
     * Runs a command that does not hear Ctrl-C (which reaches the whole process group, while services must go before the
     * servers they use) and that is told to end when its standard input does: the operating system closes that even
     * after {@code kill -9} of the process that holds the other end. {@code exec} keeps the process number.
     */
    private static final String TETHERED = """
            trap '' INT
            exec 3<&0
            (cat <&3; kill $$) >/dev/null 2>&1 &
            exec "$0" "$@" </dev/null 3<&-
            """;

    private final String name;
    private final URI address;
    private final LogTail log;
    private final Process process;

    private ServiceProcess(String name, URI address, LogTail log, Process process) {
        this.name = name;
        this.address = address;
        this.log = log;
        this.process = process;
    }

    /** @param environment beside what this process has */
    static ServiceProcess start(
            String name, URI address, Path log, List<String> command, Map<String, String> environment) {
        List<String> tethered = new ArrayList<>(List.of("/bin/sh", "-c", TETHERED));
        tethered.addAll(command);
        try {
            Files.createDirectories(log.getParent());
            LogTail tail = LogTail.from(log);
            ProcessBuilder builder = new ProcessBuilder(tethered)
                    .redirectErrorStream(true)
                    .redirectOutput(Redirect.appendTo(log.toFile()));
            builder.environment().putAll(environment);
            return new ServiceProcess(name, address, tail, builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException("the %s could not be started: %s".formatted(name, e.getMessage()), e);
        }
    }

    String name() {
        return name;
    }

    URI address() {
        return address;
    }

    boolean isRunning() {
        return process.isAlive();
    }

    RunningProcess noted() {
        return RunningProcess.of(
                name, process.toHandle(), address.toString(), log.log().toString());
    }

    CompletableFuture<?> onExit() {
        return process.onExit();
    }

    /** What to tell once it has ended though nobody asked it to. */
    CommandFailure unexpectedEnd() {
        return failure("the %s ended with status %d".formatted(name, process.exitValue()));
    }

    CommandFailure failure(String what) {
        return new CommandFailure(
                "%s. The end of its log:\n%s"
                        .formatted(what, log.read().indent(2).stripTrailing()),
                "All of it: less '%s'".formatted(log.log()));
    }

    /** Asks it to end; {@link #awaitEnd} waits for it. */
    void askToEnd() {
        process.destroy();
    }

    /** Kills it when it takes too long. */
    void awaitEnd() {
        try {
            if (!process.waitFor(STOP_WITHIN.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
