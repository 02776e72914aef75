package io.hone.ingest.tls;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;

import io.hone.ingest.TestImages;
import io.hone.ingest.TestModel;
import io.hone.ingest.TestModels;
import io.hone.openapi.Answers;
import io.hone.openapi.CommonRequests;
import io.hone.openapi.Operation;
import io.hone.openapi.Watch;
import io.hone.platform.kafka.KafkaClients;
import io.hone.stack.SelfSigned;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
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
public class TlsTest {

    private static final String ROOT = "0123456789abcdef0123456789abcdef";
    private static final String METRICS = "fedcba9876543210fedcba9876543210";

    public static final class Tls implements QuarkusTestProfile {
        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(TlsResource.class));
        }

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("hone.auth.mode", "keys", "hone.auth.root-key", ROOT, "hone.auth.metrics-key", METRICS);
        }

        @Override
        public boolean disableGlobalTestResources() {
            return true;
        }
    }

    private static final String KEY = "X-API-Key";

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
        trusting()
                .header(KEY, ROOT)
                .queryParams("label", "cat", "split", "training")
                .body(TestImages.png(1))
                .post(service.resolve(model.path()))
                .then()
                .statusCode(201);

        // Then
        assertThat(model.entries()).hasSize(1);
        trusting()
                .get(service.resolve("/q/health/ready"))
                .then()
                .statusCode(200)
                .body("status", equalTo("UP"));
    }

    @Test
    @Answers(ofEveryOperation = {401, 403})
    void everyOperationIsClosedToStrangersAndToThoseWhoMayNot() {
        // Given
        RestAssured.baseURI = "https://localhost";
        RestAssured.port = service.getPort();
        RestAssured.requestSpecification = trusting();
        trusting().get("/v1/models/plants/intake").then().statusCode(401);

        // When each is asked without a key, and with one that opens nothing
        try {
            for (Operation operation : Watch.contract().document().operations()) {
                CommonRequests.send(operation, "plants", request -> {});
                CommonRequests.send(operation, "plants", request -> request.header(KEY, METRICS));
            }
        } finally {
            RestAssured.requestSpecification = null;
        }
    }

    private RequestSpecification trusting() {
        return given().trustStore(certificate.keyStore().toFile(), certificate.password());
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
