package io.hone.trainer;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.hone.openapi.CommonRequests;
import io.hone.openapi.Coverage;
import io.hone.openapi.Watch;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;

/** The OpenAPI document is complete, and the service does what it says. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class ContractTest {

    @Test
    void everythingIsDescribedWithAnExampleThatFitsItsSchema() {
        assertThat(Watch.contract().gaps()).isEmpty();
    }

    @Test
    void everyOperationGivesEveryAnswerThatIsDocumented() throws Exception {
        Coverage coverage = new Coverage(Watch.contract().document());
        CommonRequests.cover(coverage, Watch.contract().document());
        try (SampleModel unfed = SampleModel.unfed()) {
            String model = "/v1/models/" + unfed.name;
            coverage.by("images 409", () -> given().get(model + "/images"))
                    .by("curve 404", () -> given().get(model + "/runs/none/curve.svg"))
                    .by("reproduce 404", () -> given().post(model + "/versions/9/reproductions"))
                    .by("reproduction 404", () -> given().get(model + "/reproductions/none"));
            recipes(coverage, model + "/recipe");
        }
        coverage.by(TrainerServiceTest.class, RecipesServiceTest.class)
                .elsewhere("reproduce 409", "RunRefusals answers it and startRun 409 in one place")
                .inOnePlace(401, "AccessFilter stands before every resource: ingest and evaluator ask them all")
                .inOnePlace(403, "AccessFilter stands before every resource: ingest and evaluator ask them all")
                .inOnePlace(503, "answered by ProblemMappers for every resource: ingest's OutageTest asks them all")
                .assertComplete();
    }

    private static void recipes(Coverage coverage, String recipe) {
        coverage.by("changeRecipe 200", () -> json("{\"epochs\": 7}")
                        .queryParam("reason", "a try")
                        .put(recipe))
                .by("changeRecipe 400", () -> json("{\"epochs\": 0}").put(recipe))
                .by(
                        "changeRecipe 412",
                        () -> json("{}").header("If-Match", "\"0\"").put(recipe))
                .by("recipe 200", () -> given().get(recipe))
                .by("recipeHistory 200", () -> given().get(recipe + "/history"));
    }

    private static RequestSpecification json(String body) {
        return given().contentType("application/json").body(body);
    }
}
