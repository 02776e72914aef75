package io.hone.cli.service;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.hone.cli.http.Http;
import io.hone.cli.terminal.CommandFailure;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrainerTest {

    private HttpServer server;
    private Trainer trainer;

    @BeforeEach
    void startServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.start();
        URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        trainer = new Trainer(new Http(Duration.ofSeconds(5)), address);
    }

    @AfterEach
    void stopServer() {
        server.stop(0);
    }

    @ParameterizedTest
    @ValueSource(ints = {404, 409})
    void aModelThatTheTrainerDoesNotReadYetHasNoImagesThere(int status) throws Exception {
        // Given
        answering("/v1/models/plants/images", status, "{\"detail\":\"not read by this trainer\"}");

        // When, Then
        assertThat(trainer.images("plants")).isEmpty();
    }

    @Test
    void aRunUnderWayHasNoVersionYet() throws Exception {
        // Given
        answering(
                "/v1/models/plants/runs",
                200,
                "[{\"run\":\"r1\",\"state\":\"running\",\"iteration\":3,\"iterations\":50,\"new\":\"unheard of\"}]");

        // When
        List<Run> runs = trainer.runs("plants");

        // Then
        assertThat(runs).hasSize(1);
        assertThat(runs.get(0).version()).isNull();
        assertThat(runs.get(0).lossOrNaN()).isNaN();
        assertThat(runs.get(0).hasFinished()).isFalse();
    }

    @Test
    void aRunThatCannotStartSaysWhy() {
        // Given
        answering("/v1/models/plants/runs", 422, "{\"detail\":\"nothing new to train on\"}");

        // When, Then
        assertThatThrownBy(() -> trainer.startRun("plants"))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining("the trainer does not start a run: nothing new to train on");
    }

    private void answering(String path, int status, String body) {
        server.createContext(path, exchange -> {
            byte[] bytes = body.getBytes(UTF_8);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
    }
}
