package io.hone.cli.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MultipartTest {

    private final CompletableFuture<String> received = new CompletableFuture<>();
    private HttpServer server;

    @BeforeEach
    void startServer() throws Exception {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            received.complete(exchange.getRequestHeaders().getFirst("Content-Type") + "\n"
                    + exchange.getRequestHeaders().getFirst("Content-Length") + "\n"
                    + new String(exchange.getRequestBody().readAllBytes(), UTF_8));
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stopServer() {
        server.stop(0);
    }

    @Test
    void partsTravelInOrderWithNamesTypesAndAKnownLength(@TempDir Path folder) throws Exception {
        // Given
        Path model = Files.writeString(folder.resolve("model.pt"), "weights");
        Multipart multipart = new Multipart("b")
                .field("name", "plänts")
                .json("metadata", "[]".getBytes(UTF_8))
                .file("image", "a\"b\r\n.png", "png".getBytes(UTF_8))
                .file("torchScript", model);
        String body = """
                --b
                Content-Disposition: form-data; name="name"
                Content-Type: text/plain; charset=UTF-8

                plänts
                --b
                Content-Disposition: form-data; name="metadata"
                Content-Type: application/json

                []
                --b
                Content-Disposition: form-data; name="image"; filename="a%22b%0D%0A.png"
                Content-Type: application/octet-stream

                png
                --b
                Content-Disposition: form-data; name="torchScript"; filename="model.pt"
                Content-Type: application/octet-stream

                weights
                --b--
                """.replace("\n", "\r\n");

        // When
        Answer answer = new Http(Duration.ofSeconds(5)).post(address(), multipart);

        // Then
        assertThat(answer.isOk()).isTrue();
        assertThat(received.get())
                .isEqualTo("multipart/form-data; boundary=b\n" + body.getBytes(UTF_8).length + "\n" + body);
    }

    private URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }
}
