package io.hone.stack;

import io.hone.stack.broker.BrokerMain;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** A Kafka broker of one node on the loopback interface. Topics are not created by mere use. */
public final class Broker implements AutoCloseable {
    private final ServerProcess process;

    private Broker(ServerProcess process) {
        this.process = process;
    }

    /**
     * Returns once the broker answers Kafka requests.
     *
     * @param data kept across starts; formatted when new
     * @param port 0 for any free one, kept by {@link #restart}
     * @throws StackException with the end of the log, when it does not get that far
     */
    public static Broker start(StackHome home, Path data, int port) {
        return new Broker(ServerProcess.start(launch(home, data, port, Map.of())));
    }

    /**
     * The same, but one that speaks TLS and nothing else.
     *
     * @param server who it proves to be
     */
    public static Broker startWithTls(StackHome home, Path data, int port, SelfSigned server) {
        return new Broker(ServerProcess.start(launch(
                home,
                data,
                port,
                Map.of(
                        BrokerMain.KEY_STORE,
                        server.keyStore().toString(),
                        BrokerMain.KEY_STORE_PASSWORD,
                        server.password()))));
    }

    static Broker attach(StackHome home, Path data, int port, long pid) {
        return new Broker(ServerProcess.attach(launch(home, data, port, Map.of()), pid));
    }

    private static Launch launch(StackHome home, Path data, int port, Map<String, String> environment) {
        return new Launch(
                "Kafka broker",
                home,
                "io.hone.stack.broker.BrokerMain",
                512,
                data,
                port,
                environment,
                Duration.ofSeconds(60));
    }

    public String bootstrapServers() {
        return "127.0.0.1:" + process.port();
    }

    public int port() {
        return process.port();
    }

    public long pid() {
        return process.pid();
    }

    public Path log() {
        return process.log();
    }

    public boolean isRunning() {
        return process.isRunning();
    }

    /** As {@code kill -9}. */
    public void kill() {
        process.kill();
    }

    public void stop() {
        process.stop();
    }

    /** Starts again on the same folder and port; stops first if need be. Takes some 3 s longer after {@link #kill}. */
    public void restart() {
        process.restart();
    }

    @Override
    public void close() {
        process.close();
    }
}
