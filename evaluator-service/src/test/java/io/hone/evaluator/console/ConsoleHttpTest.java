package io.hone.evaluator.console;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;

import io.hone.evaluator.Base;
import io.hone.evaluator.StackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(StackResource.class)
class ConsoleHttpTest {

    @Test
    void aNewModelShowsItsBase() {
        // Given
        Base.named("shown").post();

        // When, then
        given().get("/v1/models").then().statusCode(200).body("model", hasItem("shown"));
        given().get("/v1/models/shown").then().statusCode(200).body("champion.version", equalTo(1));
        given().get("/v1/models/shown/versions").then().body("version", contains(1));
        given().get("/v1/models/shown/versions/1")
                .then()
                .body("classes", contains("red", "green", "blue"))
                .body("preprocessing.width", equalTo(8))
                .body("software.hone", containsString("."));
        given().get("/v1/models/shown/champion").then().body("manifest.version", equalTo(1));
        given().get("/v1/models/shown/champions").then().body("move", contains("registered"));
        given().get("/v1/models/shown/verdicts").then().body("", empty());
    }

    @ParameterizedTest
    @CsvSource({"skip, -1", "limit, 0", "limit, 1001"})
    void aPageThatIsNoneIsRefused(String field, String value) {
        given().queryParam(field, value)
                .get("/v1/models/nobody/verdicts")
                .then()
                .statusCode(400)
                .body("field", equalTo(field))
                .body("value", equalTo(value));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/versions", "/versions/1", "/champion", "/champions", "/verdicts", "/verdicts/2"})
    void anUnknownModelIsNotFound(String path) {
        given().get("/v1/models/nobody" + path)
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:hone:problem:unknown-model"))
                .body("value", equalTo("nobody"));
    }

    @ParameterizedTest
    @CsvSource({"versions/9, unknown-version, no version 9", "verdicts/1, unknown-verdict, has no verdict yet"})
    void whatAModelDoesNotHaveIsNotFound(String path, String problem, String expected) {
        // Given
        Base.named("sparse").post();

        // When, then
        given().get("/v1/models/sparse/" + path)
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:hone:problem:" + problem))
                .body("detail", containsString(expected));
    }

    @Test
    void theChampionIsPolledByItsEntityTag() {
        // Given
        Base.named("polled").post();
        String tag = given().get("/v1/models/polled/champion")
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-cache")
                .extract()
                .header("ETag");

        // When, then: nothing has moved
        assertThat(tag).matches("\"1-[0-9a-f]{12}\"");
        given().header("If-None-Match", tag)
                .get("/v1/models/polled/champion")
                .then()
                .statusCode(304)
                .header("ETag", tag)
                .body(emptyString());

        // When, then: somebody has another
        given().header("If-None-Match", "\"1-000000000000\"")
                .get("/v1/models/polled/champion")
                .then()
                .statusCode(200)
                .body("entry.sequence", equalTo(1));
        given().header("If-None-Match", "*")
                .get("/v1/models/nobody/champion")
                .then()
                .statusCode(404);
    }

    @Test
    void theEntityTagIsDocumented() {
        given().accept("application/json")
                .get("/q/openapi")
                .then()
                .body("paths.'/v1/models/{model}/champion'.get.responses.'200'.headers", hasKey("ETag"))
                .body("paths.'/v1/models/{model}/champion'.get.responses", hasKey("304"))
                .body("paths.'/v1/models/{model}/champion'.get.parameters.name", hasItem("If-None-Match"));
    }

    @Test
    void aNameThatCannotBeOneIsInvalid() {
        given().get("/v1/models/No Such").then().statusCode(400).body("field", equalTo("model"));
    }
}
