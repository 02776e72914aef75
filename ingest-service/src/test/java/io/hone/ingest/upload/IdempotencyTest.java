package io.hone.ingest.upload;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.hone.contracts.image.ImageEntry;
import io.hone.ingest.StackResource;
import io.hone.ingest.TestImages;
import io.hone.ingest.TestModel;
import io.hone.ingest.TestModels;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(StackResource.class)
class IdempotencyTest {

    private static final byte[] PNG = TestImages.png(1);

    private final TestModels models;
    private TestModel model;

    IdempotencyTest(TestModels models) {
        this.models = models;
    }

    @BeforeEach
    void register() {
        model = models.register();
    }

    @Test
    void theSameRequestAgainGetsTheSameAnswerAndSendsNothing() {
        // Given
        Response first = post("once", "cat", PNG);

        // When
        Response again = post("once", "cat", PNG);

        // Then
        first.then().statusCode(201);
        again.then().statusCode(201);
        assertThat(again.asString()).isEqualTo(first.asString());
        assertThat(model.records()).hasSize(1);
    }

    @Test
    void aRequestSentAgainDoesNotUndoWhatWasSaidSince() {
        // Given
        post("first", "cat", PNG);
        post("second", "dog", PNG);

        // When
        post("first", "cat", PNG).then().statusCode(201);

        // Then
        assertThat(model.entries()).last().isInstanceOfSatisfying(ImageEntry.Labelled.class, entry -> assertThat(
                        entry.image().label())
                .isEqualTo("dog"));
    }

    @Test
    void aKeyIsForOneRequestOnly() {
        // Given
        post("taken", "cat", PNG);

        // When
        Response otherImage = post("taken", "cat", TestImages.png(2));
        Response otherLabel = post("taken", "dog", PNG);

        // Then
        otherImage
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:hone:problem:reused-key"))
                .body("field", equalTo("Idempotency-Key"))
                .body("value", equalTo("taken"));
        otherLabel.then().statusCode(422);
        assertThat(model.records()).hasSize(1);
    }

    @Test
    void whatWasRefusedMayBeSentAgainWithItsKey() {
        // Given
        post("refused", "cat", new byte[] {1, 2, 3}).then().statusCode(415);

        // When
        Response mended = post("refused", "cat", PNG);

        // Then
        mended.then().statusCode(201);
    }

    @Test
    void aBatchSentAgainSendsNothing() {
        // Given
        Response first = batch("batch");

        // When
        Response again = batch("batch");

        // Then
        first.then().statusCode(200).body("accepted", equalTo(2));
        assertThat(again.asString()).isEqualTo(first.asString());
        assertThat(model.records()).hasSize(2);
    }

    @Test
    void aKeyIsALineOf200CharactersAtMost() {
        // When
        Response answer = post("k".repeat(201), "cat", PNG);

        // Then
        answer.then().statusCode(400).body("field", equalTo("Idempotency-Key"));
    }

    private Response post(String key, String label, byte[] image) {
        return given().header("Idempotency-Key", key)
                .queryParam("label", label)
                .body(image)
                .post(model.path());
    }

    private Response batch(String key) {
        return given().header("Idempotency-Key", key)
                .multiPart("metadata", "[{\"label\":\"cat\"},{\"label\":\"dog\"}]")
                .multiPart("image", "1.png", TestImages.png(1))
                .multiPart("image", "2.png", TestImages.png(2))
                .post(model.path() + "/batch");
    }
}
