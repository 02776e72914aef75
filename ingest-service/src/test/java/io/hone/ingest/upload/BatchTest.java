package io.hone.ingest.upload;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.hone.contracts.Json;
import io.hone.contracts.image.ImageEntry;
import io.hone.contracts.image.ImageId;
import io.hone.ingest.StackResource;
import io.hone.ingest.TestImages;
import io.hone.ingest.TestModel;
import io.hone.ingest.TestModels;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(StackResource.class)
class BatchTest {

    private final TestModels models;
    private TestModel model;

    BatchTest(TestModels models) {
        this.models = models;
    }

    @BeforeEach
    void register() {
        model = models.register();
    }

    @Test
    void eachImageHasItsOwnOutcome() {
        // Given
        byte[] first = TestImages.png(1);
        byte[] text = "no image".getBytes(StandardCharsets.UTF_8);
        byte[] last = TestImages.jpeg(2);
        List<Map<String, String>> metadata = List.of(
                Map.of("label", "cat", "split", "training"),
                Map.of("label", "cat"),
                Map.of("label", ""),
                Map.of("label", "dog", "group", "g", "annotator", "ada"));

        // When
        Response answer = post(List.of(first, text, TestImages.png(3), last), metadata);

        // Then
        answer.then()
                .statusCode(200)
                .body("accepted", equalTo(2))
                .body("refused", equalTo(2))
                .body("outcomes.part", equalTo(List.of(0, 1, 2, 3)))
                .body("outcomes.status", equalTo(List.of(201, 415, 400, 201)))
                .body("outcomes[0].image.id", equalTo(ImageId.of(first).value()))
                .body("outcomes[0].image.split", equalTo("training"))
                .body("outcomes[1].problem.type", equalTo("urn:hone:problem:unknown-type"))
                .body("outcomes[2].problem.field", equalTo("label"))
                .body("outcomes[3].image.offset", equalTo(1));
        assertThat(model.entries()).extracting(ImageEntry::id).containsExactly(ImageId.of(first), ImageId.of(last));
    }

    @Test
    void goldenIsSaidAsJsonSaysIt() {
        // Given
        List<Map<String, Object>> metadata = List.of(
                Map.of("label", "cat", "golden", true),
                Map.of("label", "cat", "golden", false),
                Map.of("label", "cat", "golden", "perhaps"));

        // When
        Response answer = post(List.of(TestImages.png(1), TestImages.png(2), TestImages.png(3)), metadata);

        // Then
        answer.then()
                .statusCode(200)
                .body("outcomes.status", equalTo(List.of(201, 201, 400)))
                .body("outcomes[0].image.split", equalTo("hold-out"))
                .body("outcomes[2].problem.field", equalTo("golden"))
                .body("outcomes[2].problem.value", equalTo("perhaps"));
        assertThat(model.entries())
                .extracting(entry -> ((ImageEntry.Labelled) entry).image().golden())
                .containsExactly(true, false);
    }

    @Test
    void aThousandImages() {
        // Given
        List<byte[]> images =
                IntStream.range(0, 1_000).mapToObj(i -> TestImages.png(8, i)).toList();

        // When
        Response answer = post(images, Collections.nCopies(1_000, Map.of("label", "cat")));

        // Then
        answer.then().statusCode(200).body("accepted", equalTo(1_000)).body("outcomes", hasSize(1_000));
        assertThat(model.entries())
                .extracting(ImageEntry::id)
                .containsExactlyElementsOf(images.stream().map(ImageId::of).toList());
    }

    @Test
    void moreThanAThousand() {
        // Given
        List<byte[]> images = Collections.nCopies(1_001, TestImages.png(8, 1));

        // When
        Response answer = post(images, Collections.nCopies(1_001, Map.of("label", "cat")));

        // Then
        answer.then().statusCode(400).body("detail", containsString("1001 images, at most 1000 are allowed"));
        assertThat(model.records()).isEmpty();
    }

    @Test
    void metadataThatDoesNotFit() {
        post(List.of(TestImages.png(1)), List.of())
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("field", equalTo("metadata"))
                .body("detail", containsString("0 entries for 1 images"));
    }

    @Test
    void metadataThatIsNoJson() {
        given().multiPart("image", "1.png", TestImages.png(1))
                .multiPart("metadata", "label=cat")
                .post(model.path() + "/batch")
                .then()
                .statusCode(400)
                .body("value", equalTo("label=cat"));
    }

    @Test
    void metadataSentAsAFile() {
        given().multiPart("metadata", "m.json", Json.write(List.of(Map.of("label", "cat"))), "application/json")
                .multiPart("image", "1.png", TestImages.png(1))
                .post(model.path() + "/batch")
                .then()
                .statusCode(200)
                .body("accepted", equalTo(1));
    }

    private Response post(List<byte[]> images, List<? extends Map<String, ?>> metadata) {
        RequestSpecification request = given().multiPart(
                        "metadata", new String(Json.write(metadata), StandardCharsets.UTF_8), "application/json");
        for (int i = 0; i < images.size(); i++) {
            request.multiPart("image", i + ".png", images.get(i), "image/png");
        }
        return request.post(model.path() + "/batch");
    }
}
