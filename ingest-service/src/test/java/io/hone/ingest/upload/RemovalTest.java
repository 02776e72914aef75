package io.hone.ingest.upload;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.hone.contracts.ObjectKeys;
import io.hone.contracts.image.ImageEntry;
import io.hone.contracts.image.ImageId;
import io.hone.ingest.AuditLines;
import io.hone.ingest.StackResource;
import io.hone.ingest.TestImages;
import io.hone.ingest.TestModel;
import io.hone.ingest.TestModels;
import io.hone.platform.bucket.Buckets;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(StackResource.class)
class RemovalTest {

    private final Buckets buckets;
    private final TestModels models;
    private TestModel model;

    RemovalTest(TestModels models, Buckets buckets) {
        this.buckets = buckets;
        this.models = models;
    }

    @BeforeEach
    void register() {
        model = models.register();
    }

    @Test
    void takesALargeImageOutOfStreamAndBucket() {
        // Given
        byte[] large = TestImages.png(700, 9);
        ImageId id = ImageId.of(large);
        given().queryParam("label", "cat").body(large).post(model.path()).then().statusCode(201);
        AuditLines audit = AuditLines.open();

        // When
        Response answer = given().delete(model.path() + "/" + id);

        // Then
        answer.then().statusCode(204);
        assertThat(audit.all())
                .contains("audit: action='image-removed' by='anonymous' model='%s' image='%s'"
                        .formatted(model.name(), id));
        audit.close();
        assertThat(model.entries()).last().isEqualTo(new ImageEntry.Removed(id));
        assertThat(buckets.images().exists(ObjectKeys.image(model.name(), id))).isFalse();
    }

    @Test
    void anImageThatWasNeverThere() {
        // Given
        ImageId id = ImageId.of(new byte[] {1});

        // When
        Response answer = given().delete(model.path() + "/" + id);

        // Then a reader that still has it drops it
        answer.then().statusCode(204);
        assertThat(model.entries()).containsExactly(new ImageEntry.Removed(id));
    }

    @Test
    void anIdThatIsNone() {
        given().delete(model.path() + "/ABC")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("field", equalTo("id"))
                .body("value", equalTo("ABC"));
    }

    @Test
    void aModelThatIsNotRegistered() {
        given().delete("/v1/models/nobody/images/" + ImageId.of(new byte[] {1}))
                .then()
                .statusCode(404);
    }
}
