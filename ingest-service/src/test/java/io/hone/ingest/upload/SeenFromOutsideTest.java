package io.hone.ingest.upload;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasKey;

import io.hone.ingest.StackResource;
import io.hone.ingest.TestImages;
import io.hone.ingest.TestModel;
import io.hone.ingest.TestModels;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(StackResource.class)
class SeenFromOutsideTest {

    private final TestModels models;
    private TestModel model;

    SeenFromOutsideTest(TestModels models) {
        this.models = models;
    }

    @BeforeEach
    void register() {
        model = models.register();
    }

    @Test
    void metricsCountWhatIsTakenAndWhatIsNot() {
        // Given
        byte[] png = TestImages.png(1);
        given().queryParams("label", "cat", "split", "training").body(png).post(model.path());
        given().queryParam("label", "cat").body("text").post(model.path());
        given().queryParam("label", "cat").body(png).post("/v1/models/nobody-at-all/images");

        // When
        String metrics = given().get("/q/metrics").asString();

        // Then
        assertThat(metrics)
                .contains("hone_ingest_images_accepted_total{model=\"%s\",split=\"training\"} 1.0"
                        .formatted(model.name()))
                .contains("hone_ingest_images_refused_total{model=\"%s\",reason=\"unknown-type\"} 1.0"
                        .formatted(model.name()))
                .contains("hone_ingest_image_bytes_sum{model=\"%s\"} %s".formatted(model.name(), (double) png.length))
                .contains("hone_ingest_images_refused_total{model=\"none\",reason=\"unknown-model\"}")
                .contains("http_server_requests_seconds_count")
                .doesNotContain("nobody-at-all");
    }

    @Test
    void healthy() {
        given().get("/q/health/ready")
                .then()
                .statusCode(200)
                .body("checks.name", hasItems("kafka", "bucket"))
                .body("status", equalTo("UP"));
        given().get("/q/health/live").then().statusCode(200);
    }

    @Test
    void openApiDescribesBothWaysToSendAnImage() {
        given().accept("application/json")
                .get("/q/openapi?format=json")
                .then()
                .statusCode(200)
                .body("paths", hasKey("/v1/models/{model}/images"))
                .body("paths", hasKey("/v1/models/{model}/images/batch"))
                .body("paths", hasKey("/v1/models/{model}/images/{id}"))
                .body("paths.'/v1/models/{model}/images'.post.requestBody.content", hasKey("multipart/form-data"))
                .body("paths.'/v1/models/{model}/images'.post.requestBody.content", hasKey("*/*"))
                .body("paths.'/v1/models/{model}/images'.post.parameters.name", hasItems("label", "golden"))
                .body("components.schemas.ImageForm.properties.golden.type", equalTo("boolean"))
                .body("components.schemas.ImageMetadata.properties.golden.type", equalTo("boolean"));
    }
}
