package io.hone.cli.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.hone.cli.terminal.CommandFailure;
import io.hone.stack.SelfSigned;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuthoritiesTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @TempDir
    Path folder;

    private SelfSigned certificate;
    private HttpsServer server;
    private URI address;

    @BeforeEach
    void startServer() throws Exception {
        certificate = SelfSigned.in(folder);
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(with(certificate)));
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
        address = URI.create("https://127.0.0.1:" + server.getAddress().getPort());
    }

    private static SSLContext with(SelfSigned certificate) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(certificate.keyStore())) {
            store.load(in, certificate.password().toCharArray());
        }
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, certificate.password().toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context;
    }

    @AfterEach
    void stopServer() {
        server.stop(0);
    }

    @Test
    void aServiceIsBelievedWhoseAuthorityWasNamed() throws Exception {
        // When
        Answer answer = new Http(PATIENCE, Optional.empty(), Optional.of(certificate.certificate())).get(address);

        // Then
        assertThat(answer.status()).isEqualTo(200);
    }

    @Test
    void anyOtherIsNotAndTheOptionIsNamed() {
        assertThatThrownBy(() -> new Http(PATIENCE).get(address))
                .isInstanceOf(ServiceAwayException.class)
                .extracting(away -> ((ServiceAwayException) away).asFailure().next())
                .asString()
                .contains("--ca");
    }

    @Test
    void aFileWithoutCertificatesIsRefused() throws Exception {
        // Given
        Path file = Files.writeString(folder.resolve("empty.crt"), "nothing\n");

        // When, then
        assertThatThrownBy(() -> Authorities.in(file))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining("empty.crt");
        assertThatThrownBy(() -> Authorities.in(folder.resolve("nowhere.crt")))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining("nowhere.crt");
    }
}
