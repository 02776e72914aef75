package io.hone.cli.up;

import io.hone.cli.place.Addresses;
import io.hone.cli.place.DataFolder;
import io.hone.cli.place.RunningProcess;
import io.hone.cli.place.StackState;
import io.hone.cli.terminal.CommandFailure;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** A broker, an S3 endpoint and the three services, running. They end with this JVM, however it ends. */
public final class Stack implements AutoCloseable {

    private final DataFolder data;
    private final StackState state;
    private final List<ServiceProcess> services;
    private final Shutdown shutdown;

    Stack(DataFolder data, StackState state, List<ServiceProcess> services, Shutdown shutdown) {
        this.data = data;
        this.state = state;
        this.services = services;
        this.shutdown = shutdown;
    }

    public DataFolder data() {
        return data;
    }

    public Addresses addresses() {
        return state.addresses();
    }

    public StackState state() {
        return state;
    }

    /** Returns when one of the processes ends, with what to tell about it; never when this JVM is asked to end. */
    public CommandFailure awaitFailure() {
        CompletableFuture.anyOf(state.processes().stream()
                        .flatMap(process -> process.find().stream())
                        .map(ProcessHandle::onExit)
                        .toArray(CompletableFuture[]::new))
                .join();
        return firstEnded();
    }

    /** Fails as soon as one of the processes has ended. */
    public void requireRunning() {
        if (state.processes().stream().anyMatch(process -> !process.isRunning())) {
            throw firstEnded();
        }
    }

    private CommandFailure firstEnded() {
        if (shutdown.hasBegun()) {
            // They ended because they were told to: there is nothing to tell, and the JVM is about to end too.
            new CompletableFuture<Void>().join();
        }
        return services.stream()
                .filter(service -> !service.isRunning())
                .findFirst()
                .map(ServiceProcess::unexpectedEnd)
                .orElseGet(() -> serverEnded(state.processes().stream()));
    }

    private static CommandFailure serverEnded(Stream<RunningProcess> processes) {
        return processes
                .filter(process -> !process.isRunning())
                .findFirst()
                .map(process -> new CommandFailure(
                        "the %s ended though nobody asked it to".formatted(process.name()),
                        "What it said last: tail '%s'".formatted(process.log())))
                .orElseGet(() -> new CommandFailure("a process ended", "See the logs in the data folder."));
    }

    /** Ends every process; returns when all are gone. */
    @Override
    public void close() {
        shutdown.close();
    }
}
