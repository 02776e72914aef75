package io.hone.cli.up;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import io.hone.cli.place.DataFolder;
import io.hone.cli.place.Installation;
import io.hone.cli.place.RootKey;
import io.hone.cli.place.RunningProcess;
import io.hone.cli.place.Service;
import io.hone.cli.place.StackState;
import io.hone.cli.terminal.CommandFailure;
import io.hone.cli.terminal.Terminal;
import io.hone.stack.LocalStack;
import io.hone.stack.StackException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Starts a {@link Stack}: servers first, then the services on them, and tells what it waits for. */
public final class StackStarter {

    private static final Duration LEFTOVERS_END_WITHIN = Duration.ofSeconds(10);

    private final Terminal terminal;
    private final Readiness readiness;

    public StackStarter(Terminal terminal) {
        this.terminal = terminal;
        this.readiness = new Readiness(terminal, Duration.ofMinutes(3));
    }

    /**
     * Returns once all of it answers.
     *
     * @throws CommandFailure if it runs already, a port is taken, or a process does not get that far
     */
    public Stack start(StackRequest request) {
        Shutdown shutdown = new Shutdown();
        try {
            return start(request, shutdown);
        } catch (StackException e) {
            shutdown.close();
            throw new CommandFailure(e.getMessage(), "", e);
        } catch (RuntimeException e) {
            shutdown.close();
            throw e;
        }
    }

    private Stack start(StackRequest request, Shutdown shutdown) {
        DataFolder data = request.data();
        Map<Service, Path> jars = jars(request.installation());
        take(data, shutdown);
        data.state().ifPresent(this::endLeftovers);
        StackPorts ports = request.ports();
        ports.requireFree();
        request.preparation().accept(data);
        LocalStack servers = startServers(data, ports, shutdown);
        ServiceEnvironment environment = new ServiceEnvironment(
                ServiceEnvironment.Servers.of(servers), RootKey.in(data.rootKey()), data, ports, request.settings());
        List<ServiceProcess> services = startServices(jars, data, ports, environment);
        shutdown.add(() -> end(services));
        StackState state = state(servers, ports, services);
        data.write(state);
        shutdown.add(() -> terminal.line("Stopping Hone …"));
        services.forEach(readiness::await);
        return new Stack(data, state, services, shutdown);
    }

    private static Map<Service, Path> jars(Installation installation) {
        return Stream.of(Service.values())
                .collect(toMap(identity(), installation::jar, (one, other) -> one, TreeMap::new));
    }

    private void take(DataFolder data, Shutdown shutdown) {
        FileLock lock = data.lock().orElseThrow(() -> alreadyUp(data));
        shutdown.add(() -> release(data, lock));
    }

    private static void release(DataFolder data, FileLock lock) {
        try {
            data.forgetState();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            DataFolder.release(lock);
        }
    }

    private static CommandFailure alreadyUp(DataFolder data) {
        String who = data.state()
                .map(state -> " (process %d; ingest %s, trainer %s, evaluator %s)"
                        .formatted(
                                state.owner().pid(),
                                state.addresses().ingest(),
                                state.addresses().trainer(),
                                state.addresses().evaluator()))
                .orElse("");
        return new CommandFailure(
                "Hone is already up in %s%s".formatted(data.path(), who),
                "Look at it with ./hone status, end it with ./hone down,\n"
                        + "or start another beside it with --data DIR --port-base N.");
    }

    private void endLeftovers(StackState state) {
        List<RunningProcess> ended = new Leftovers(LEFTOVERS_END_WITHIN).end(state);
        ended.forEach(process -> terminal.line(
                "Ended the %s (process %d), left by a Hone that was killed.", process.name(), process.pid()));
    }

    private LocalStack startServers(DataFolder data, StackPorts ports, Shutdown shutdown) {
        LocalStack servers = readiness.telling(
                "the Kafka broker and the S3 endpoint",
                () -> LocalStack.start(data.path(), ports.servers(), S3Keys.in(data.s3Keys())));
        shutdown.add(servers::close);
        terminal.done("Kafka broker   " + servers.broker().bootstrapServers());
        terminal.done("S3 endpoint    " + servers.s3().endpoint());
        return servers;
    }

    private static List<ServiceProcess> startServices(
            Map<Service, Path> jars, DataFolder data, StackPorts ports, ServiceEnvironment environment) {
        List<ServiceProcess> started = new ArrayList<>();
        for (Service service : Service.values()) {
            URI address = ports.addresses().of(service);
            List<String> command = JavaCommand.jar(jars.get(service));
            started.add(ServiceProcess.start(
                    service.title(), address, data.log(service), command, environment.of(service)));
        }
        return started;
    }

    private static StackState state(LocalStack servers, StackPorts ports, List<ServiceProcess> services) {
        List<RunningProcess> processes = new ArrayList<>(List.of(
                server(
                        "Kafka broker",
                        servers.broker().pid(),
                        servers.broker().bootstrapServers(),
                        servers.broker().log()),
                server(
                        "S3 endpoint",
                        servers.s3().pid(),
                        servers.s3().endpoint().toString(),
                        servers.s3().log())));
        services.forEach(service -> processes.add(service.noted()));
        return new StackState(
                RunningProcess.of("hone", ProcessHandle.current(), "", ""),
                servers.broker().bootstrapServers(),
                servers.s3().endpoint().toString(),
                ports.addresses(),
                processes);
    }

    private static RunningProcess server(String name, long pid, String address, Path log) {
        ProcessHandle process = ProcessHandle.of(pid)
                .orElseThrow(() -> new CommandFailure(
                        "the %s has ended".formatted(name), "What it said last: tail '%s'".formatted(log)));
        return RunningProcess.of(name, process, address, log.toString());
    }

    private static void end(List<ServiceProcess> services) {
        services.forEach(ServiceProcess::askToEnd);
        services.forEach(ServiceProcess::awaitEnd);
    }
}
