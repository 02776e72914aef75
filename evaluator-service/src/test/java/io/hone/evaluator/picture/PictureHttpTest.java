package io.hone.evaluator.picture;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.hone.contracts.Sha256;
import io.hone.contracts.model.ModelName;
import io.hone.contracts.verdict.Evaluation;
import io.hone.contracts.verdict.HoldOutSnapshot;
import io.hone.contracts.verdict.Measurement;
import io.hone.contracts.verdict.Outcome;
import io.hone.contracts.verdict.PairedOutcomes;
import io.hone.contracts.verdict.Verdict;
import io.hone.evaluator.Base;
import io.hone.evaluator.Manifests;
import io.hone.evaluator.StackResource;
import io.hone.evaluator.TestBucket;
import io.hone.registry.ModelRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What there is no picture of; pictures themselves are asked for in WholeEvaluationTest. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class PictureHttpTest {

    @ParameterizedTest
    @CsvSource({
        "nobody, confusion, unknown-model, not registered",
        "undrawn, confusion, unknown-verdict, has no verdict yet",
        "undrawn, reliability, unknown-verdict, has no verdict yet"
    })
    void whatIsNotThereHasNoPicture(String model, String picture, String problem, String expected) {
        // Given
        Base.named("undrawn").post();

        // When, then
        given().get("/v1/models/%s/verdicts/2/%s.svg".formatted(model, picture))
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:hone:problem:" + problem))
                .body("detail", containsString(expected));
    }

    @Test
    void aVerdictOfTheFirstWritersHasNoPicture() {
        // Given
        ModelName model = new ModelName("terse");
        Base.named("terse").post();
        new ModelRegistry(TestBucket.models())
                .evaluations()
                .conclude(new Evaluation(
                        new Verdict(model, 2, Manifests.NOW, 1, Outcome.REJECTED, List.of()),
                        1,
                        new HoldOutSnapshot(7, 0, Sha256.of("")),
                        new Measurement(1, 0, 0, 0),
                        new Measurement(2, 0, 0, 0),
                        PairedOutcomes.NONE,
                        Optional.empty()));

        // When, then
        given().get("/v1/models/terse/verdicts/2/confusion.svg")
                .then()
                .statusCode(404)
                .body("type", equalTo("urn:hone:problem:unknown-picture"))
                .body("detail", containsString("before reports were kept"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"confusion", "reliability"})
    void openApiDescribesIt(String picture) {
        given().accept("application/json")
                .get("/q/openapi?format=json")
                .then()
                .body(
                        "paths.'/v1/models/{model}/verdicts/{version}/%s.svg'.get.responses.'200'.content.keySet().toString()"
                                .formatted(picture),
                        containsString("image/svg+xml"));
    }
}
