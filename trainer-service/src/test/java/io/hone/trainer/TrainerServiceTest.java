package io.hone.trainer;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.hone.contracts.HoneEvent;
import io.hone.contracts.ObjectKeys;
import io.hone.contracts.Sha256;
import io.hone.contracts.Topics;
import io.hone.contracts.drift.DriftDetected;
import io.hone.contracts.run.Candidate;
import io.hone.contracts.run.RunEvent;
import io.hone.contracts.run.Trigger;
import io.hone.contracts.verdict.Finding;
import io.hone.openapi.Answers;
import io.hone.registry.version.Manifest;
import io.hone.registry.version.Training;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The service on a real broker, a real bucket and the sample base. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class TrainerServiceTest {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private SampleModel model;

    @BeforeEach
    void register() throws Exception {
        model = SampleModel.register();
    }

    @AfterEach
    void close() throws Exception {
        model.close();
    }

    private void arrive(int images) throws Exception {
        model.send(images);
        await().atMost(PATIENCE)
                .ignoreExceptions()
                .until(() -> given().get("/v1/models/{model}/images", model.name.value())
                                .jsonPath()
                                .getInt("images")
                        == images);
    }

    private Response requestRun() {
        return given().post("/v1/models/{model}/runs", model.name.value());
    }

    private void awaitState(String state) {
        await().atMost(PATIENCE)
                .until(() -> state.equals(given().get("/v1/models/{model}/runs", model.name.value())
                        .jsonPath()
                        .getString("[0].state")));
    }

    @Test
    @Answers({"startRun 202", "runs 200", "images 200", "curve 200"})
    void aRunThatAPersonAsksForBecomesACandidate() throws Exception {
        // Given
        arrive(128);

        // When
        String run = requestRun().then().statusCode(202).extract().path("run");
        awaitState("finished");

        // Then
        Manifest candidate = model.registry.versions().find(model.name, 2).orElseThrow();
        Training training = candidate.training().orElseThrow();
        assertThat(training.run()).isEqualTo(run);
        assertThat(training.trigger()).isEqualTo(Trigger.PERSON);
        assertThat(training.dataset().newImages()).isEqualTo(128);
        assertThat(training.iterations())
                .as("batches of 32, without the validation slice")
                .isEqualTo(3);
        assertThat(training.validationAccuracy()).isPresent();
        assertThat(model.registry.versions().file(candidate, ObjectKeys.IMAGE_LIST))
                .hasValueSatisfying(csv -> assertThat(Sha256.of(csv))
                        .isEqualTo(training.dataset().imagesDigest().orElseThrow()));
        assertThat(model.registry.versions().file(candidate, ObjectKeys.CURVE_PICTURE))
                .hasValueSatisfying(svg ->
                        assertThat(new String(svg, StandardCharsets.UTF_8)).contains("<polyline"));
        given().get("/v1/models/{model}/runs/{run}/curve.svg", model.name.value(), run)
                .then()
                .statusCode(200)
                .contentType("image/svg+xml");
        given().get("/v1/models/{model}/runs", model.name.value())
                .then()
                .body("[0].curve[-1].iteration", equalTo(3))
                .body("[0].recipe", equalTo("full"));
        assertThat(candidate.sha256())
                .isNotEqualTo(model.registry
                        .versions()
                        .find(model.name, 1)
                        .orElseThrow()
                        .sha256());
        List<HoneEvent> runEvents = model.events(Topics.TRAINING_RUNS);
        assertThat(runEvents).first().isInstanceOf(RunEvent.Started.class);
        assertThat(runEvents).hasAtLeastOneElementOfType(RunEvent.Progress.class);
        assertThat(runEvents).last().isInstanceOf(RunEvent.Finished.class);
        assertThat(model.events(Topics.CANDIDATES))
                .singleElement()
                .extracting(event -> ((Candidate) event).version())
                .isEqualTo(2);
    }

    @Test
    void enoughNewImagesStartARunByThemselves() throws Exception {
        // When
        arrive(300);
        awaitState("finished");

        // Then
        Manifest candidate = model.registry.versions().find(model.name, 2).orElseThrow();
        assertThat(candidate.training().orElseThrow().trigger()).isEqualTo(Trigger.NEW_IMAGES);
        given().get("/v1/models/{model}/images", model.name.value()).then().body("newImages", equalTo(0));
    }

    @Test
    void driftStartsARunWithFewerImages() throws Exception {
        // Given: too few for a run by their number
        arrive(120);

        // When: the evaluator tells that the champion was wrong too often, up to the last of them
        model.tell(new DriftDetected(
                model.name,
                Instant.now(),
                119,
                1,
                0.9,
                0.7,
                60,
                new Finding("accuracy-change", 0.2, 0.1, false, "right less often")));

        // Then
        awaitState("finished");
        Manifest candidate = model.registry.versions().find(model.name, 2).orElseThrow();
        assertThat(candidate.training().orElseThrow().trigger()).isEqualTo(Trigger.DRIFT);
    }

    @Test
    @Answers("startRun 409")
    void aSecondRunIsRefusedWhileOneIsUnderWay() throws Exception {
        // Given
        arrive(256);
        requestRun().then().statusCode(202);

        // When
        var second = requestRun();

        // Then
        second.then()
                .statusCode(409)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:hone:problem:run-under-way"))
                .body("detail", containsString(model.name.value()));
        awaitState("finished");
    }

    @Test
    @Answers("startRun 422")
    void withoutImagesThereIsNothingToTrainOn() throws Exception {
        // Given: the model is this trainer's, its stream is empty
        arrive(0);

        // When
        var refused = requestRun();

        // Then
        refused.then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("detail", containsString("at least 2 are needed"));
    }

    @Test
    void anUnknownModelIsNotFound() {
        given().post("/v1/models/nobody/runs")
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("value", equalTo("nobody"));
    }

    @Test
    void metricsAndHealthAreThere() throws Exception {
        // Given
        arrive(64);
        requestRun().then().statusCode(202);
        awaitState("finished");

        // When
        String metrics = given().get("/q/metrics").asString();

        // Then
        String tag = "model=\"" + model.name + "\"";
        assertThat(metrics)
                .contains("hone_trainer_store_size_images{" + tag + "} 64.0")
                .contains("hone_trainer_feed_lag_records{" + tag + "} 0.0")
                .contains("hone_trainer_loss_nats{" + tag)
                .contains("hone_trainer_run_seconds_count{" + tag + "} 1");
        given().get("/q/health/ready").then().statusCode(200).body(containsString("engine"));
        given().get("/q/health/live").then().statusCode(200).body(containsString("image-feed"));
    }
}
