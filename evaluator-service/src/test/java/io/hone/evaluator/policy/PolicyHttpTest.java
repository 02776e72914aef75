package io.hone.evaluator.policy;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.hone.contracts.model.ModelName;
import io.hone.contracts.policy.Policy;
import io.hone.contracts.policy.PolicyKeys;
import io.hone.evaluator.Base;
import io.hone.evaluator.StackResource;
import io.hone.evaluator.TestBucket;
import io.hone.registry.ModelRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.JsonConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.path.json.config.JsonPathConfig.NumberReturnType;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(StackResource.class)
class PolicyHttpTest {

    private static Response put(String model, String settings) {
        return given().contentType("application/json")
                .queryParam("reason", "a try")
                .body(settings)
                .put("/v1/models/{model}/policy", model);
    }

    private static Response backtest(String model, String settings) {
        return given().contentType("application/json").body(settings).post("/v1/models/{model}/policy/backtest", model);
    }

    @Test
    void withoutSettingsOfItsOwnAModelFollowsTheEvaluator() {
        // Given
        Base.named("plain-policy").post().then().statusCode(201);

        // When, Then
        given().get("/v1/models/plain-policy/policy")
                .then()
                .statusCode(200)
                .header("ETag", equalTo("\"0\""))
                .body("sequence", equalTo(0))
                .body("$", not(hasKey("contradiction")))
                .body("keys", hasSize(PolicyKeys.CATALOGUE.keys().size()))
                .body("keys.find { it.key == 'hold-out.images' }.from", equalTo("evaluator"))
                .body("keys.find { it.key == 'hold-out.images' }.value", equalTo(30))
                .body("keys.find { it.key == 'minimum-gain' }.from", equalTo("default"))
                .body("policy.mode", equalTo("automatic"));
    }

    @Test
    void aChangeIsInForceAndInTheHistory() {
        // Given
        Base.named("changed-policy").post().then().statusCode(201);

        // When
        put("changed-policy", "{\"mode\": \"manual\", \"minimum-gain\": 2}")
                .then()
                .statusCode(200)
                .header("ETag", equalTo("\"1\""))
                .body("policy.mode", equalTo("manual"));

        // Then
        given().get("/v1/models/changed-policy/policy")
                .then()
                .body("sequence", equalTo(1))
                .body("settings.mode", equalTo("manual"))
                .body("keys.find { it.key == 'minimum-gain' }.from", equalTo("model"));
        given().get("/v1/models/changed-policy/policy/history")
                .then()
                .body("", hasSize(1))
                .body("[0].reason", equalTo("a try"))
                .body("[0].settings.mode", equalTo("manual"));
        assertThat(TestBucket.models().exists("models/changed-policy/policies/000000000001.json"))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'hold-out.images': 0} | hold-out.images | 0 | 1 to 100000000 | hold-out.images is '0', must be 1 to",
                "{'gain': 3} | gain | 3 | a policy key | there is no policy key 'gain'",
                "[3] | policy | [3] | one JSON object | must be one JSON object"
            })
    void whatCannotBeSetIsNamedWithValueAndLimit(String json, String key, String value, String limit, String detail) {
        // Given
        Base.named("strict-policy").post();
        String settings = json.replace('\'', '"');

        // When, Then
        for (Response answer : new Response[] {put("strict-policy", settings), backtest("strict-policy", settings)}) {
            answer.then()
                    .statusCode(400)
                    .contentType("application/problem+json")
                    .body("type", equalTo("urn:hone:problem:invalid-field"))
                    .body("field", equalTo(key))
                    .body("value", equalTo(value))
                    .body("limit", containsString(limit))
                    .body("detail", containsString(detail));
        }
    }

    @Test
    void aChangeMadeMeanwhileIsNotOverwritten() {
        // Given
        Base.named("raced-policy").post().then().statusCode(201);
        put("raced-policy", "{\"minimum-gain\": 2}").then().statusCode(200);

        // When, Then
        given().contentType("application/json")
                .header("If-Match", "\"0\"")
                .body("{\"minimum-gain\": 3}")
                .put("/v1/models/raced-policy/policy")
                .then()
                .statusCode(412)
                .body("type", equalTo("urn:hone:problem:policy-changed"));
        given().get("/v1/models/raced-policy/policy").then().body("policy.minimum-gain", equalTo(2f));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/policy", "/policy/history", "/account"})
    void anUnknownModelIsNotFound(String path) {
        given().get("/v1/models/nobody" + path).then().statusCode(404).body("value", equalTo("nobody"));
        backtest("nobody", "{}").then().statusCode(404);
        put("nobody", "{}").then().statusCode(404);
    }

    @Test
    void theAccountShowsEveryTestAndWhatTheNextMayCost(@TempDir Path directory) throws IOException {
        // Given
        Base.named("tested-policy").post().then().statusCode(201);
        Policy policy = Policy.of(Map.of("hold-out.covered-classes", 0));
        PastEvaluations past =
                new PastEvaluations(new ModelRegistry(TestBucket.models()), new ModelName("tested-policy"), directory);
        past.judge(past.publish(), policy, 800, 20, 80, 100);
        past.judge(past.publish(), policy, 800, 80, 20, 100);

        // When, Then
        given().config(RestAssuredConfig.config()
                        .jsonConfig(JsonConfig.jsonConfig().numberReturnType(NumberReturnType.DOUBLE)))
                .get("/v1/models/tested-policy/account")
                .then()
                .statusCode(200)
                .body("alpha", equalTo(0.02))
                .body("tests", equalTo(2))
                .body("discoveries", equalTo(1))
                .body("nextLevel", closeTo(0.002090, 1e-6))
                .body("history", hasSize(2))
                .body("history[0].version", equalTo(2))
                .body("history[0].passed", equalTo(true))
                .body("history[0].outcome", equalTo("promoted"))
                .body("history[1].alpha", equalTo(0.02))
                .body("history[1].level", closeTo(0.005181, 1e-6));
    }

    @Test
    void aBacktestSaysWhatAPolicyWouldHaveDecided(@TempDir Path directory) throws IOException {
        // Given
        Base.named("replayed-policy").post().then().statusCode(201);
        Policy policy = Policy.of(Map.of("hold-out.covered-classes", 0));
        PastEvaluations past = new PastEvaluations(
                new ModelRegistry(TestBucket.models()), new ModelName("replayed-policy"), directory);
        past.judge(past.publish(), policy, 800, 20, 80, 100);

        // When, Then
        backtest("replayed-policy", "{\"minimum-gain\": 10, \"hold-out.covered-classes\": 0}")
                .then()
                .statusCode(200)
                .body("policy.minimum-gain", equalTo(10f))
                .body("changed", equalTo(1))
                .body("withoutReport", empty())
                .body("candidates[0].version", equalTo(2))
                .body("candidates[0].decided", equalTo("promoted"))
                .body("candidates[0].wouldHaveDecided", equalTo("rejected"))
                .body("candidates[0].findings.rule", hasItem("minimum-gain"));
    }

    @Test
    void itIsDescribedForMachines() {
        given().get("/q/openapi")
                .then()
                .statusCode(200)
                .body(containsString("/v1/models/{model}/policy/backtest"))
                .body(containsString("/v1/models/{model}/account"));
    }
}
