package io.hone.trainer.recipe;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.hone.contracts.recipe.RecipeKeys;
import io.hone.trainer.SampleModel;
import io.hone.trainer.StackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** On the real bucket; the trainer's own configuration sets epochs and batch size, see {@link StackResource}. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class RecipeHttpTest {

    private static final String RECIPE = "/v1/models/{model}/recipe";

    private SampleModel model;

    @BeforeEach
    void register() throws Exception {
        model = SampleModel.register();
    }

    @AfterEach
    void close() throws Exception {
        model.close();
    }

    private Response put(String settings) {
        return given().contentType("application/json")
                .queryParam("reason", "a try")
                .body(settings)
                .put(RECIPE, model.name.value());
    }

    private Response get(String path) {
        return given().get(RECIPE + path, model.name.value());
    }

    @Test
    void withoutSettingsOfItsOwnAModelFollowsTheTrainer() {
        get("").then()
                .statusCode(200)
                .header("ETag", equalTo("\"0\""))
                .body("model", equalTo(model.name.value()))
                .body("sequence", equalTo(0))
                .body("$", not(hasKey("changedAt")))
                .body("keys", hasSize(RecipeKeys.CATALOGUE.keys().size()))
                .body("keys.find { it.key == 'epochs' }.from", equalTo("trainer"))
                .body("keys.find { it.key == 'epochs' }.value", equalTo(1))
                .body("keys.find { it.key == 'rates.backbone' }.from", equalTo("default"))
                .body("keys.find { it.key == 'rates.backbone' }.default", equalTo(0.005f))
                .body("keys.find { it.key == 'rates.backbone' }.range", equalTo("0 to 10"))
                .body("recipe.epochs", equalTo(1));
    }

    @Test
    void aChangeIsInForceAndInTheHistory() {
        // When
        put("{\"epochs\": 7, \"kind\": \"partial\"}")
                .then()
                .statusCode(200)
                .header("ETag", equalTo("\"1\""))
                .body("keys.find { it.key == 'epochs' }.from", equalTo("model"));

        // Then
        get("").then().body("sequence", equalTo(1)).body("recipe.kind", equalTo("partial"));
        get("/history")
                .then()
                .statusCode(200)
                .body("$", hasSize(1))
                .body("[0].settings.epochs", equalTo(7))
                .body("[0].reason", equalTo("a try"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'epochs': 0} | epochs | 0 | 1 to 10000 | epochs is '0', must be 1 to 10000",
                "{'epoch': 3} | epoch | 3 | a recipe key | there is no recipe key 'epoch'",
                "{'frozen': 'layer1'} | frozen | layer1 | layers of the champion | frozen names 'layer1', but the network has only",
                "{'rates.multipliers': 'layer2=0.1'} | rates.multipliers | layer2=0.1 | layers of the champion | names 'layer2'",
                "[3] | recipe | [3] | one JSON object | must be one JSON object"
            })
    void whatCannotBeSetIsNamedWithValueAndLimit(String json, String key, String value, String limit, String detail) {
        put(json.replace('\'', '"'))
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:hone:problem:invalid-field"))
                .body("field", equalTo(key))
                .body("value", equalTo(value))
                .body("limit", containsString(limit))
                .body("detail", containsString(detail));
    }

    @Test
    void aChangeMadeMeanwhileIsNotOverwritten() {
        // Given
        put("{\"epochs\": 7}").then().statusCode(200);

        // When
        given().contentType("application/json")
                .header("If-Match", "\"0\"")
                .body("{\"epochs\": 9}")
                .put(RECIPE, model.name.value())
                // Then
                .then()
                .statusCode(412)
                .body("type", equalTo("urn:hone:problem:recipe-changed"));
        get("").then().body("recipe.epochs", equalTo(7));
    }

    @Test
    void anUnknownModelIsNotFound() {
        given().get(RECIPE, "nobody").then().statusCode(404).body("value", equalTo("nobody"));
        given().contentType("application/json")
                .body("{}")
                .put(RECIPE, "nobody")
                .then()
                .statusCode(404);
    }
}
