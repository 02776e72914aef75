package io.hone.evaluator.registration;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;

import io.hone.contracts.ObjectKeys;
import io.hone.contracts.model.ModelName;
import io.hone.evaluator.Base;
import io.hone.evaluator.StackResource;
import io.hone.evaluator.TestBucket;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(StackResource.class)
class RegistrationHttpTest {

    @Test
    void aModelIsRegistered() {
        // When
        Base.named("registered")
                .post()
                // Then
                .then()
                .statusCode(201)
                .header("Location", endsWith("/v1/models/registered"))
                .body("model", equalTo("registered"))
                .body("holdOutFraction", equalTo(0.25f))
                .body("registeredAt", notNullValue())
                .body("versions", equalTo(1))
                .body("champion.sequence", equalTo(1))
                .body("champion.version", equalTo(1))
                .body("champion.move", equalTo("registered"));
        assertThat(TestBucket.models().keys(ObjectKeys.version(new ModelName("registered"), 1)))
                .containsExactly(
                        "models/registered/versions/1/claim.json",
                        "models/registered/versions/1/manifest.json",
                        "models/registered/versions/1/model.pt",
                        "models/registered/versions/1/serving.properties",
                        "models/registered/versions/1/synset.txt");
    }

    @Test
    void theSameAgainIsNoConflict() {
        // Given
        Base.named("twice").post().then().statusCode(201);

        // When
        Base.named("twice")
                .post()
                // Then
                .then()
                .statusCode(200)
                .body("model", equalTo("twice"))
                .body("versions", equalTo(1));
    }

    @Test
    void anotherBaseUnderTheNameIsAConflict() {
        // Given
        Base.named("taken").post().then().statusCode(201);

        // When
        Base.named("taken")
                .torchScript(Base.network("better"))
                .post()
                // Then
                .then()
                .statusCode(409)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:hone:problem:name-taken"))
                .body("detail", containsString("'taken' is taken"))
                .body("field", equalTo("name"));
    }

    @Test
    void textsMayComeAsFiles() {
        // When
        given().multiPart("name", "from-files")
                .multiPart("classes", "synset.txt", Base.CLASSES.getBytes(StandardCharsets.UTF_8), "text/plain")
                .multiPart(
                        "preprocessing",
                        "preprocessing.json",
                        Base.PREPROCESSING.getBytes(StandardCharsets.UTF_8),
                        "application/json")
                .multiPart("torchScript", Base.network("base").toFile())
                .post("/v1/models")
                // Then: and the hold-out fraction may be left out
                .then()
                .statusCode(201)
                .body("holdOutFraction", equalTo(0.2f));
    }

    @ParameterizedTest
    @ValueSource(strings = {"name", "classes", "preprocessing"})
    void aMissingFieldIsNamed(String field) {
        Base.named("incomplete")
                .without(field)
                .post()
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("field", equalTo(field))
                .body("detail", containsString(field + " is missing"));
    }

    @Test
    void aMissingFileIsNamed() {
        Base.named("incomplete")
                .postWithoutFile()
                .then()
                .statusCode(400)
                .body("field", equalTo("torchScript"))
                .body("detail", containsString("torchScript is missing"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "name | No Such Name | must match",
                "classes | red | classes is 1, must be at least 2",
                "classes | red\\nred | class 'red' is listed twice",
                "holdOutFraction | much | holdOutFraction is 'much', must be a number",
                "holdOutFraction | 0.95 | holdOutFraction is 0.95, must be between 0.01 and 0.9",
                "preprocessing | {broken | preprocessing is not the JSON it must be",
                "preprocessing | {\"width\":3,\"height\":8,\"mean\":[0,0,0],\"standardDeviation\":[1,1,1],\"colourOrder\":\"RGB\"}"
                        + " | width is 3, must be between 8 and 4096",
                "preprocessing | {\"width\":8,\"height\":8,\"mean\":[0,2,0],\"standardDeviation\":[1,1,1],\"colourOrder\":\"RGB\"}"
                        + " | mean is 2.0, must be between 0.0 and 1.0",
                "preprocessing | {\"width\":8,\"height\":8,\"standardDeviation\":[1,1,1],\"colourOrder\":\"RGB\"}"
                        + " | mean is missing",
                "preprocessing | {\"width\":8,\"height\":8,\"mean\":[0,0,0],\"standardDeviation\":[1,1,1],\"colourOrder\":\"CMYK\"}"
                        + " | CMYK"
            })
    void anInvalidFieldIsNamedWithValueAndLimit(String field, String value, String expected) {
        Base.named("invalid")
                .with(field, value.replace("\\n", "\n"))
                .post()
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:hone:problem:invalid-field"))
                .body("field", equalTo(field))
                .body("detail", containsString(expected));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "state-dictionary | not-torch-script | torch.jit.script",
                "four | class-count | classes names 3, but the head 'fc' of torchScript tells 4 apart"
            })
    void whatIsNoClassifierOfTheseClassesIsRefused(String network, String problem, String expected) {
        Base.named("unusable")
                .torchScript(Base.network(network))
                .post()
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:hone:problem:" + problem))
                .body("field", equalTo("torchScript"))
                .body("detail", containsString(expected));
        assertThat(TestBucket.models().keys("models/unusable/")).isEmpty();
    }

    @Test
    void whatIsNoZipFileIsRefused(@TempDir Path directory) throws IOException {
        Base.named("unusable")
                .torchScript(Files.writeString(directory.resolve("model.pt"), "no network at all"))
                .post()
                .then()
                .statusCode(422)
                .body("type", equalTo("urn:hone:problem:not-torch-script"));
    }

    @Test
    void aNetworkThatDoesNotRunOnItsImagesIsRefused() {
        // Given: a network whose head wants the features of images of 8 × 8 pixels
        Base.named("unusable")
                .with("preprocessing", Base.PREPROCESSING.replace("\"width\":8", "\"width\":16"))
                .torchScript(Base.network("rigid"))
                // When
                .post()
                // Then
                .then()
                .statusCode(422)
                .body("type", equalTo("urn:hone:problem:unusable-model"))
                .body("detail", containsString("16"));
    }

    @Test
    void healthAndDescriptionAreThere() {
        given().get("/q/health/live").then().statusCode(200);
        given().get("/q/health/ready")
                .then()
                .statusCode(200)
                .body("checks.name", hasItem("engine"))
                .body("checks.name", hasItem("kafka"))
                .body("checks.name", hasItem("bucket"));
        given().queryParam("format", "json")
                .get("/q/openapi")
                .then()
                .statusCode(200)
                .body("paths.'/v1/models'.post.responses", notNullValue())
                .body("paths.'/v1/models/{model}/verdicts/{version}'.get.summary", notNullValue());
    }
}
