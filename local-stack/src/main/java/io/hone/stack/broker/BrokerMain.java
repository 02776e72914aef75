package io.hone.stack.broker;

import io.hone.stack.Lifeline;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import kafka.server.BrokerServer;
import kafka.server.ControllerServer;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.server.Server;
import kafka.server.SharedServer;
import kafka.server.StandardFaultHandlerFactory;
import kafka.tools.StorageTool;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.network.ListenerName;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.raft.QuorumConfig;
import org.apache.kafka.server.ServerSocketFactory;
import org.slf4j.LoggerFactory;

/**
 * A single-node KRaft broker on the loopback interface: {@code BrokerMain <data folder> <port, 0 for any>}. Formats the
 * folder when it is new. Kafka offers no public API for running a broker, so everything that depends on its inside is
 * here; it may end the whole process by itself.
 *
 * <p>Speaks TLS if {@value #KEY_STORE} names a PKCS #12 file, with the broker's key and as trusted what signed it, and
 * {@value #KEY_STORE_PASSWORD} says its password.
 */
public final class BrokerMain {
    /** By environment, for arguments are read by everybody. */
    public static final String KEY_STORE = "HONE_BROKER_KEY_STORE";

    public static final String KEY_STORE_PASSWORD = "HONE_BROKER_KEY_STORE_PASSWORD";

    private static final ListenerName CLIENTS = new ListenerName("CLIENTS");

    private BrokerMain() {}

    public static void main(String[] args) {
        Lifeline.serve(() -> start(args));
    }

    private static int start(String[] args) throws IOException, ExecutionException, InterruptedException {
        if (args.length != 2) {
            throw new IllegalArgumentException("Give two arguments: data folder, port (0 for any free one)");
        }
        var folder = Path.of(args[0]);
        var settings = settings(folder, Integer.parseInt(args[1]));
        formatIfNew(folder, settings);
        return run(settings);
    }

    private static Properties settings(Path folder, int port) throws IOException {
        var settings = new Properties();
        try (var in = BrokerMain.class.getResourceAsStream("broker.properties")) {
            settings.load(in);
        }
        settings.setProperty("listeners", CLIENTS.value() + "://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:0");
        settings.setProperty("log.dirs", folder.resolve("log").toString());
        if (speaksTls()) {
            settings.setProperty("listener.security.protocol.map", "CLIENTS:SSL,CONTROLLER:PLAINTEXT");
            settings.putAll(keyStore("keystore"));
            settings.putAll(keyStore("truststore"));
        }
        return settings;
    }

    private static boolean speaksTls() {
        return System.getenv(KEY_STORE) != null;
    }

    private static Map<String, String> keyStore(String use) {
        return Map.of(
                "ssl." + use + ".type", "PKCS12",
                "ssl." + use + ".location", System.getenv(KEY_STORE),
                "ssl." + use + ".password", System.getenv(KEY_STORE_PASSWORD));
    }

    private static void formatIfNew(Path folder, Properties settings) throws IOException {
        if (Files.exists(folder.resolve("log").resolve("meta.properties"))) {
            return;
        }
        Files.createDirectories(folder);
        Path file = Files.createTempFile(folder, "format", ".properties");
        try (var out = Files.newBufferedWriter(file)) {
            settings.store(out, null);
        }
        String[] command = {"format", "--standalone", "-t", Uuid.randomUuid().toString(), "-c", file.toString()};
        int status = StorageTool.execute(command, System.err);
        Files.delete(file);
        if (status != 0) {
            throw new IOException("Formatting " + folder + " for Kafka failed");
        }
    }

    private static int run(Properties settings) throws ExecutionException, InterruptedException {
        var config = KafkaConfig.fromProps(settings, false);
        var logDirs = KafkaRaftServer.initializeLogDirs(config, LoggerFactory.getLogger(BrokerMain.class), "");
        var shared = new SharedServer(
                config,
                logDirs._1(),
                Time.SYSTEM,
                Server.initializeMetrics(
                        config, Time.SYSTEM, logDirs._1().clusterId().get()),
                CompletableFuture.completedFuture(Map.of()),
                QuorumConfig.parseBootstrapServers(config.quorumConfig().bootstrapServers()),
                new StandardFaultHandlerFactory(),
                ServerSocketFactory.INSTANCE);
        var broker = new BrokerServer(shared);
        var controller = new ControllerServer(shared, KafkaRaftServer.configSchema(), logDirs._2());
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(broker, controller), "stop"));
        controller.startup();
        broker.startup();
        int port = broker.boundPort(CLIENTS);
        awaitAnswer(port);
        return port;
    }

    private static void stop(BrokerServer broker, ControllerServer controller) {
        broker.shutdown();
        controller.shutdown();
    }

    private static void awaitAnswer(int port) throws ExecutionException, InterruptedException {
        Map<String, Object> client = new HashMap<>();
        client.put(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, "127.0.0.1:" + port);
        if (speaksTls()) {
            client.put(AdminClientConfig.SECURITY_PROTOCOL_CONFIG, "SSL");
            client.putAll(keyStore("truststore"));
        }
        try (var admin = Admin.create(client)) {
            admin.describeCluster().nodes().get();
        }
    }
}
