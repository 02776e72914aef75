package io.hone.cli.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.hone.cli.terminal.CommandFailure;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HttpTest {

    private final Http http = new Http(Duration.ofSeconds(5));
    private HttpServer server;
    private URI address;

    @BeforeEach
    void startServer() throws Exception {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        address = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        server.start();
    }

    @AfterEach
    void stopServer() {
        server.stop(0);
    }

    @Test
    void anErrorIsToldInTheWordsOfItsProblemDetails() throws Exception {
        // Given
        answering(404, "{\"title\":\"Unknown model\",\"detail\":\"model 'x' is not registered\",\"new\":1}", "");

        // When
        Answer answer = http.get(address.resolve("/v1/models/x"));

        // Then
        assertThatThrownBy(() -> answer.orFail("no model", "Register it."))
                .isInstanceOf(CommandFailure.class)
                .hasMessage("no model: model 'x' is not registered (%s/v1/models/x, status 404)".formatted(address))
                .extracting(failure -> ((CommandFailure) failure).next())
                .isEqualTo("Register it.");
    }

    @Test
    void theServiceSaysHowLongToWait() throws Exception {
        // Given
        answering(503, "{}", "7");

        // When
        Answer answer = http.get(address);

        // Then
        assertThat(answer.retryAfter()).contains(Duration.ofSeconds(7));
    }

    @Test
    void anErrorWithoutWordsIsToldByItsStatus() throws Exception {
        // Given
        answering(502, "<html>Bad gateway</html>", "");

        // When
        Answer answer = http.get(address);

        // Then
        assertThat(answer.problem()).isEqualTo("status 502");
        assertThatThrownBy(answer::json)
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining("no JSON that is understood");
    }

    @Test
    void aServiceThatIsNotThereIsNamed() {
        // Given
        server.stop(0);

        // When, Then
        assertThatThrownBy(() -> http.get(address.resolve("/v1/models")))
                .isInstanceOf(ServiceAwayException.class)
                .hasMessageContaining(address + "/v1/models does not answer");
    }

    private void answering(int status, String body, String retryAfter) {
        server.createContext("/", exchange -> {
            if (!retryAfter.isEmpty()) {
                exchange.getResponseHeaders().add("Retry-After", retryAfter);
            }
            byte[] bytes = body.getBytes(UTF_8);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
    }
}
