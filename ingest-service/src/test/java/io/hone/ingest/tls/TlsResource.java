package io.hone.ingest.tls;

import io.hone.ingest.TestFolders;
import io.hone.stack.Broker;
import io.hone.stack.Credentials;
import io.hone.stack.S3Endpoint;
import io.hone.stack.SelfSigned;
import io.hone.stack.StackHome;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A broker that speaks TLS and nothing else, and a service that is told to do the same, as docs/security.md says. */
public final class TlsResource implements QuarkusTestResourceLifecycleManager {

    private Broker broker;
    private S3Endpoint s3;
    private SelfSigned certificate;

    @Override
    public Map<String, String> start() {
        Path folder = folder();
        certificate = SelfSigned.in(folder);
        broker = Broker.startWithTls(StackHome.find(), folder.resolve("kafka"), 0, certificate);
        s3 = S3Endpoint.start(StackHome.find(), folder.resolve("s3"), 0, Credentials.LOCAL);
        List.of("models", "images").forEach(s3::createBucket);
        return Map.ofEntries(
                Map.entry("hone.data", TestFolders.fresh("data-").toString()),
                Map.entry("hone.bucket.endpoint", s3.endpoint().toString()),
                Map.entry("hone.bucket.access-key", s3.accessKey()),
                Map.entry("hone.bucket.secret-key", s3.secretKey()),
                Map.entry("kafka.bootstrap.servers", broker.bootstrapServers()),
                Map.entry("kafka.security.protocol", "SSL"),
                Map.entry("kafka.ssl.truststore.type", "PEM"),
                Map.entry(
                        "kafka.ssl.truststore.location",
                        certificate.certificate().toString()),
                Map.entry(
                        "quarkus.tls.key-store.pem.0.cert",
                        certificate.certificate().toString()),
                Map.entry("quarkus.tls.key-store.pem.0.key", certificate.key().toString()),
                Map.entry("quarkus.http.insecure-requests", "disabled"),
                Map.entry("quarkus.http.test-port", Integer.toString(freePort())),
                Map.entry("quarkus.http.test-ssl-port", "0"));
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory(Path.of("target").toAbsolutePath(), "tls-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(certificate, new TestInjector.MatchesType(SelfSigned.class));
    }

    @Override
    public void stop() {
        broker.close();
        s3.close();
    }
}
