package io.hone.cli.up;

import static org.assertj.core.api.Assertions.assertThat;

import io.hone.cli.place.DataFolder;
import io.hone.cli.place.Service;
import io.hone.stack.Credentials;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ServiceEnvironmentTest {

    private final ServiceEnvironment environment = new ServiceEnvironment(
            new ServiceEnvironment.Servers(
                    "127.0.0.1:9092", URI.create("http://127.0.0.1:9000"), new Credentials("key", "secret")),
            "0123456789abcdef0123456789abcdef",
            new DataFolder(Path.of("/data")),
            StackPorts.USUAL,
            Map.of("HONE_TRIGGER_NEW_IMAGES", "5", "QUARKUS_HTTP_HOST", "0.0.0.0"));

    @Test
    void aServiceIsToldWhereEverythingIs() {
        // When
        Map<String, String> trainer = environment.of(Service.TRAINER);

        // Then
        assertThat(trainer)
                .containsEntry("KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:9092")
                .containsEntry("HONE_BUCKET_ENDPOINT", "http://127.0.0.1:9000")
                .containsEntry("HONE_BUCKET_ACCESS_KEY", "key")
                .containsEntry("HONE_BUCKET_SECRET_KEY", "secret")
                .containsEntry("HONE_AUTH_MODE", "keys")
                .containsEntry("HONE_AUTH_ROOT_KEY", "0123456789abcdef0123456789abcdef")
                .containsEntry("HONE_DATA", "/data/trainer")
                .containsEntry("QUARKUS_HTTP_PORT", "8082")
                .containsEntry("HONE_TRIGGER_NEW_IMAGES", "5");
    }

    @Test
    void nothingMakesItListenBeyondThisMachine() {
        // When
        Map<String, String> ingest = environment.of(Service.INGEST);

        // Then
        assertThat(ingest).containsEntry("QUARKUS_HTTP_HOST", "127.0.0.1");
    }
}
