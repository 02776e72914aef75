package io.hone.ingest.labelstudio;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.hone.ingest.StackResource;
import io.hone.ingest.TestImages;
import io.hone.ingest.TestModel;
import io.hone.ingest.TestModels;
import io.hone.ingest.tool.Fixtures;
import io.hone.ingest.tool.ToolResource;
import io.hone.ingest.tool.ToolServer;
import io.hone.stack.LocalStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(StackResource.class)
@QuarkusTestResource(ToolResource.class)
public class LabelStudioOutageTest {

    private static final Duration SOON = Duration.ofMinutes(2);

    private final TestModels models;

    /** Filled in by {@link StackResource}. */
    LocalStack stack;

    /** Filled in by {@link ToolResource}. */
    ToolServer tool;

    LabelStudioOutageTest(TestModels models) {
        this.models = models;
    }

    @AfterEach
    void everythingIsBack() {
        if (!stack.broker().isRunning()) {
            stack.broker().restart();
        }
    }

    @Test
    void whatWasAcceptedOutlivesTheBrokerAndWhatCannotBeKeptIsRefused() {
        // Given an annotation that waits for a tool that is away
        TestModel model = models.register();
        tool.forgetAll();
        tool.serve("/data/upload/2/plane.png", TestImages.png(77));
        tool.fail(1_000_000);
        send(model, "annotation-created").then().statusCode(202);
        String waiting = "/v1/models/" + model.name() + "/feeds/waiting";
        await().atMost(SOON).untilAsserted(() -> given().get(waiting).then().body("size()", equalTo(1)));

        // When
        stack.broker().kill();
        Response refused = send(model, "annotation-updated");

        // Then
        refused.then().statusCode(503).header("Retry-After", "5").body("type", equalTo("urn:hone:problem:broker-away"));

        // When both are back
        stack.broker().restart();
        tool.fail(0);

        // Then
        await().atMost(SOON).untilAsserted(() -> assertThat(model.records()).isNotEmpty());
        await().atMost(SOON).untilAsserted(() -> given().get(waiting).then().body("size()", equalTo(0)));
        send(model, "annotation-updated").then().statusCode(202);
    }

    private static Response send(TestModel model, String fixture) {
        return given().header("X-Hone-Secret", ToolResource.LAB_SECRET)
                .contentType("application/json")
                .body(Fixtures.read("label-studio/" + fixture + ".json"))
                .post("/v1/models/" + model.name() + "/feeds/label-studio");
    }
}
