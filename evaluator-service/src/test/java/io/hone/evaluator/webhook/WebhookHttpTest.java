package io.hone.evaluator.webhook;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.hone.evaluator.Base;
import io.hone.evaluator.StackResource;
import io.hone.openapi.Answers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The service as it is set up, from a registration to the endpoint and the list of dead letters. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
public class WebhookHttpTest {

    private static final String EVENT = "champions_" + StackResource.HOOKED + "-champion-1";
    private static final Duration SOON = Duration.ofSeconds(60);

    @Test
    @Answers({"redeliver 200", "redeliver 404", "redeliver 502"})
    void whatTheEndpointDoesNotTakeWaitsForItAmongTheDeadLetters() {
        // Given
        Receiver receiver = StackResource.receiver();
        receiver.answering(request -> 500);

        // When
        Base.named(StackResource.HOOKED).post().then().statusCode(201);

        // Then
        await().atMost(SOON).until(() -> letter("id") != null);
        String id = letter("id");
        assertThat(letter("endpoint")).isEqualTo("tests");
        assertThat(letter("reason")).isEqualTo("status 500");
        assertThat(letter("event.data.move")).isEqualTo("registered");
        given().post("/v1/webhooks/dead-letters/{id}/redeliver", id)
                .then()
                .statusCode(502)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:hone:problem:not-delivered"));

        // When
        receiver.answering(request -> 200);
        given().post("/v1/webhooks/dead-letters/{id}/redeliver", id).then().statusCode(200);

        // Then
        assertThat(letter("id")).isNull();
        given().post("/v1/webhooks/dead-letters/{id}/redeliver", id)
                .then()
                .statusCode(404)
                .body("field", equalTo("id"))
                .body("value", equalTo(id));
        assertThat(given().get("/q/metrics").asString())
                .contains("hone_evaluator_webhook_dead_letters_total{endpoint=\"tests\"}")
                .contains("hone_evaluator_webhook_waiting_seconds{endpoint=\"tests\"}");
    }

    private static String letter(String field) {
        JsonPath letters = given().get("/v1/webhooks/dead-letters").jsonPath();
        return letters.getString("find { it.webhookId == '%s' }.%s".formatted(EVENT, field));
    }
}
