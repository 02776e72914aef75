package io.hone.stack;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A server in a JVM of its own, which lives no longer than this one. */
final class ServerProcess implements AutoCloseable {
    private static final Duration STOP_WITHIN = Duration.ofSeconds(20);

    private Launch launch;
    private ProcessHandle process;

    private ServerProcess(Launch launch) {
        this.launch = launch;
    }

    /** Returns once the server answers requests. */
    static ServerProcess start(Launch launch) {
        var server = new ServerProcess(launch);
        server.start();
        return server;
    }

    /** For a server that this JVM started, and that answers already. */
    static ServerProcess attach(Launch launch, long pid) {
        var server = new ServerProcess(launch);
        server.process = ProcessHandle.of(pid)
                .orElseThrow(() -> new StackException("The " + launch.name() + " (process " + pid + ") has ended"));
        return server;
    }

    synchronized int port() {
        return launch.port();
    }

    synchronized Path log() {
        return launch.log();
    }

    synchronized long pid() {
        return process.pid();
    }

    synchronized boolean isRunning() {
        return process.isAlive();
    }

    /** As {@code kill -9}: nothing is flushed and nobody is told. */
    synchronized void kill() {
        process.destroyForcibly();
        awaitEnd();
    }

    /** Lets the server finish; kills it when it takes too long. */
    synchronized void stop() {
        process.destroy();
        if (!endsWithin(STOP_WITHIN)) {
            kill();
        }
    }

    /** Stops the server if it still runs, and starts it again on the same folder and port. */
    synchronized void restart() {
        stop();
        start();
    }

    @Override
    public void close() {
        stop();
    }

    private synchronized void start() {
        var log = LogTail.from(launch.log());
        var started = spawn();
        process = started.toHandle();
        try {
            launch = launch.onPort(awaitReady(started).port());
        } catch (ExecutionException | TimeoutException e) {
            kill();
            throw new StackException(
                    "The " + launch.name() + " did not start on port " + launch.port() + " with data in "
                            + launch.folder() + ": " + reason(e) + ". The end of " + launch.log() + ":\n" + log.read(),
                    e);
        }
    }

    private Process spawn() {
        try {
            Files.createDirectories(launch.temporary());
            return launch.process().start();
        } catch (IOException e) {
            throw new StackException("The " + launch.name() + " could not be started: " + e.getMessage(), e);
        }
    }

    private ReadyLine awaitReady(Process started) throws ExecutionException, TimeoutException {
        var output = started.inputReader(StandardCharsets.UTF_8);
        var ready = new CompletableFuture<ReadyLine>();
        var reader = new Thread(() -> readReadyLine(output, ready), launch.name() + " ready");
        reader.setDaemon(true);
        reader.start();
        try {
            return ready.get(launch.readyWithin().toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            kill();
            throw new StackException("Interrupted while the " + launch.name() + " was starting", e);
        }
    }

    private static void readReadyLine(BufferedReader output, CompletableFuture<ReadyLine> ready) {
        try {
            ready.complete(output.lines()
                    .map(ReadyLine::parse)
                    .flatMap(Optional::stream)
                    .findFirst()
                    .orElseThrow(() -> new IOException("it ended before it was ready")));
        } catch (IOException | RuntimeException e) {
            ready.completeExceptionally(e);
        }
    }

    private String reason(Exception failure) {
        return failure instanceof ExecutionException
                ? failure.getCause().getMessage()
                : "it was not ready within " + launch.readyWithin().toSeconds() + " s";
    }

    private void awaitEnd() {
        if (!endsWithin(STOP_WITHIN)) {
            throw new StackException("The " + launch.name() + " (process " + process.pid() + ") does not end");
        }
    }

    private boolean endsWithin(Duration time) {
        try {
            process.onExit().get(time.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
            return true;
        } catch (ExecutionException e) {
            throw new StackException("Whether the " + launch.name() + " ended is not known", e);
        }
    }
}
