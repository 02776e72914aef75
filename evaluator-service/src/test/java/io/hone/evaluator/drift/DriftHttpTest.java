package io.hone.evaluator.drift;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;

import io.hone.contracts.image.Split;
import io.hone.contracts.model.ModelName;
import io.hone.contracts.run.Candidate;
import io.hone.evaluator.Base;
import io.hone.evaluator.Manifests;
import io.hone.evaluator.StackResource;
import io.hone.evaluator.TestBucket;
import io.hone.evaluator.TestKafka;
import io.hone.registry.ModelRegistry;
import io.hone.registry.version.Manifest;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** From a promotion over bad labels to drift and back, with nothing made up. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class DriftHttpTest {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final ModelRegistry registry = new ModelRegistry(TestBucket.models());

    @Test
    void aPromotionThatProvesAMistakeIsTakenBack() throws Exception {
        // Given: a network that looks at colours has followed one that always says red
        ModelName model = new ModelName("regretted");
        Base.named("regretted").post().then().statusCode(201);
        try (ColourStream stream = new ColourStream(model)) {
            long toOffset = stream.send(0, 30, i -> Manifests.COLOURS.label(i % 3), i -> Split.HOLD_OUT);
            publish(model, toOffset);
            await().atMost(PATIENCE).until(() -> registry.champion(model).version() == 2);

            // When: whoever labels says red to everything
            stream.send(30, 110, "red");

            // Then
            await().atMost(PATIENCE).untilAsserted(() -> given().get("/v1/models/regretted/drift")
                    .then()
                    .statusCode(200)
                    .body("probation.status", equalTo("rolled-back"))
                    .body("nextOffset", equalTo(110)));
        }
        given().get("/v1/models/regretted/champions")
                .then()
                .body("version", contains(1, 2, 1))
                .body("move", contains("registered", "promoted", "rolled-back"))
                .body("[2].reason", containsString("version 2 is right on"))
                .body("[2].reason", containsString("The hold-out promised 100.0 % (of 30 images)"));
        given().get("/v1/models/regretted/drift")
                .then()
                .body("drifts.finding.rule", hasItem("promised-accuracy"))
                .body("probation.version", equalTo(2))
                .body("probation.previousVersion", equalTo(1))
                .body("labels.right", greaterThanOrEqualTo(40))
                .body("accuracy.classes.label", contains("red", "green", "blue"));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(given().get("/q/metrics").asString())
                        .contains("hone_evaluator_incoming_accuracy{kind=\"window\",model=\"regretted\"}")
                        .contains(
                                "hone_evaluator_incoming_class_accuracy{class=\"red\",kind=\"exponential\",model=\"regretted\"}")
                        .contains("hone_evaluator_drifts_total{model=\"regretted\"} 1.0")
                        .contains("hone_evaluator_automatic_rollbacks_total{model=\"regretted\"} 1.0")
                        .contains("hone_evaluator_incoming_lag_records{model=\"regretted\"} 0.0"));
    }

    @Test
    void anUnknownModelIsNotFound() {
        given().get("/v1/models/nobody/drift")
                .then()
                .statusCode(404)
                .body("type", equalTo("urn:hone:problem:unknown-model"));
    }

    @Test
    void healthTellsOfIt() {
        given().get("/q/health/live").then().statusCode(200).body("checks.name", hasItem("drift"));
    }

    private void publish(ModelName model, long toOffset) {
        Manifest candidate = registry.versions()
                .publish(Manifests.draft(
                        model,
                        "run-better",
                        Base.network("better"),
                        Optional.of(Manifests.training(model, "run-better", toOffset))));
        TestKafka.send(
                new Candidate(model, candidate.version(), Manifests.NOW, 1, "run-better", candidate.sha256()),
                model + "-better");
    }
}
