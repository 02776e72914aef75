package io.hone.ingest.upload;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.hone.contracts.Json;
import io.hone.contracts.image.ImageId;
import io.hone.ingest.StackResource;
import io.hone.ingest.TestImages;
import io.hone.ingest.TestModel;
import io.hone.ingest.TestModels;
import io.hone.ingest.cvat.SignedWebhooks;
import io.hone.ingest.tool.ToolResource;
import io.hone.openapi.Answers;
import io.hone.openapi.CommonRequests;
import io.hone.openapi.Operation;
import io.hone.openapi.Watch;
import io.hone.stack.LocalStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(StackResource.class)
public class OutageTest {

    private static final Duration PROMISED = Duration.ofSeconds(12);

    /** Filled in by {@link StackResource}. */
    LocalStack stack;

    private final TestModels models;
    private TestModel model;

    OutageTest(TestModels models) {
        this.models = models;
    }

    @BeforeEach
    void register() {
        model = models.register();
    }

    @AfterEach
    void everythingIsBack() {
        if (!stack.broker().isRunning()) {
            stack.broker().restart();
        }
        if (!stack.s3().isRunning()) {
            stack.s3().restart();
        }
    }

    @Test
    void aBrokerThatIsAway() {
        // Given a service at work whose broker dies
        post(1).then().statusCode(201);
        stack.broker().kill();

        // When
        long start = System.nanoTime();
        Response answer = post(2);
        Duration took = Duration.ofNanos(System.nanoTime() - start);

        // Then it says so while the caller still listens
        answer.then()
                .statusCode(503)
                .contentType("application/problem+json")
                .header("Retry-After", "5")
                .body("type", equalTo("urn:hone:problem:broker-away"));
        assertThat(took).isLessThan(PROMISED);
        correct(1)
                .then()
                .statusCode(503)
                .header("Retry-After", "5")
                .body("type", equalTo("urn:hone:problem:broker-away"));
        given().get("/q/health/ready")
                .then()
                .statusCode(503)
                .body("checks.find { it.name == 'kafka' }.data.reason", containsString("KAFKA_BOOTSTRAP_SERVERS"));

        // Then it takes images again when the broker is back, without a restart of its own
        stack.broker().restart();
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(post(2).statusCode()).isEqualTo(201));
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(correct(1).statusCode()).isEqualTo(200));
    }

    @Test
    void aBatchDoesNotWaitForEachImage() {
        // Given
        post(1).then().statusCode(201);
        stack.broker().kill();
        var request = given().multiPart(
                        "metadata",
                        new String(
                                Json.write(Collections.nCopies(50, Map.of("label", "cat"))), StandardCharsets.UTF_8));
        for (int i = 0; i < 50; i++) {
            request.multiPart("image", i + ".png", TestImages.png(i));
        }

        // When
        long start = System.nanoTime();
        Response answer = request.post(model.path() + "/batch");
        Duration took = Duration.ofNanos(System.nanoTime() - start);

        // Then
        answer.then().statusCode(503).header("Retry-After", "5");
        assertThat(took).isLessThan(PROMISED);
    }

    @Test
    @Answers(ofEveryOperation = 503)
    void aBucketThatIsAway() {
        // Given a model that is known already
        post(1).then().statusCode(201);
        stack.s3().kill();

        // When
        Response small = post(2);
        Response large =
                given().queryParam("label", "cat").body(TestImages.png(700, 1)).post(model.path());
        Response unknown =
                given().queryParam("label", "cat").body(TestImages.png(1)).post("/v1/models/new/images");
        Watch.contract().document().operations().forEach(OutageTest::askOfANewModel);

        // Then only what needs the bucket is refused
        small.then().statusCode(201);
        large.then().statusCode(503).header("Retry-After", "5").body("type", equalTo("urn:hone:problem:bucket-away"));
        unknown.then().statusCode(503);
        given().get("/q/health/ready")
                .then()
                .statusCode(503)
                .body("checks.findAll { it.status == 'DOWN' }.name", hasItem("bucket"));
    }

    /** Whoever asks, a labelling tool among them. */
    private static void askOfANewModel(Operation operation) {
        byte[] body = operation.requestExample().orElse("{}").getBytes(StandardCharsets.UTF_8);
        CommonRequests.send(operation, "new", request -> request.header("X-Hone-Secret", ToolResource.LAB_SECRET)
                .header("X-Signature-256", SignedWebhooks.signature(body)));
    }

    private Response correct(long seed) {
        return given().contentType("application/json")
                .body("{\"label\": \"dog\"}")
                .put(model.path() + "/" + ImageId.of(TestImages.png(seed)) + "/label");
    }

    private Response post(long seed) {
        return given().queryParam("label", "cat").body(TestImages.png(seed)).post(model.path());
    }
}
