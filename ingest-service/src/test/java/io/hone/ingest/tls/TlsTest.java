package io.hone.ingest.tls;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;

import io.hone.ingest.TestImages;
import io.hone.ingest.TestModel;
import io.hone.ingest.TestModels;
import io.hone.platform.kafka.KafkaClients;
import io.hone.stack.SelfSigned;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import javax.net.ssl.SSLException;
import org.apache.kafka.clients.admin.Admin;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** TLS towards callers and towards Kafka, by configuration alone. */
@QuarkusTest
@TestProfile(TlsTest.Tls.class)
class TlsTest {

    public static final class Tls implements QuarkusTestProfile {
        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(TlsResource.class));
        }

        @Override
        public boolean disableGlobalTestResources() {
            return true;
        }
    }

    @TestHTTPResource(value = "/", tls = true)
    URI service;

    /** Filled in by {@link TlsResource}. */
    SelfSigned certificate;

    private final TestModels models;
    private final KafkaClients kafka;
    private final int plainPort;

    TlsTest(TestModels models, KafkaClients kafka, @ConfigProperty(name = "quarkus.http.test-port") int plainPort) {
        this.models = models;
        this.kafka = kafka;
        this.plainPort = plainPort;
    }

    @Test
    void anImageComesInOverTlsAndGoesToKafkaOverTls() {
        // Given
        TestModel model = models.register();

        // When
        given().trustStore(certificate.keyStore().toFile(), certificate.password())
                .queryParams("label", "cat", "split", "training")
                .body(TestImages.png(1))
                .post(service.resolve(model.path()))
                .then()
                .statusCode(201);

        // Then
        assertThat(model.entries()).hasSize(1);
        given().trustStore(certificate.keyStore().toFile(), certificate.password())
                .get(service.resolve("/q/health/ready"))
                .then()
                .statusCode(200)
                .body("status", equalTo("UP"));
    }

    @Test
    void whoeverDoesNotTrustTheCertificateSendsNothing() {
        assertThatThrownBy(() -> given().get(service.resolve("/q/health/ready")))
                .isInstanceOf(SSLException.class);
    }

    @Test
    void nobodyListensForPlainHttp() {
        assertThatThrownBy(() -> new Socket(InetAddress.getLoopbackAddress(), plainPort).close())
                .isInstanceOf(ConnectException.class);
    }

    @Test
    void theBrokerHearsNothingButTls() {
        // Given a client without the settings that TLS needs
        Map<String, Object> plain = Map.of(
                "bootstrap.servers",
                kafka.bootstrapServers(),
                "default.api.timeout.ms",
                (int) Duration.ofSeconds(2).toMillis(),
                "request.timeout.ms",
                (int) Duration.ofSeconds(1).toMillis());

        // When, then
        try (Admin admin = Admin.create(plain)) {
            assertThatThrownBy(() -> admin.describeCluster().nodes().get()).isInstanceOf(ExecutionException.class);
        }
    }
}
